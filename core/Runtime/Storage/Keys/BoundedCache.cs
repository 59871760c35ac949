using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>A cache in two generations: when the young one is full, the old one is dropped and the young one grows old. What is used stays.</summary>
/// <param name="capacity">The most entries held.</param>
internal sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<TKey, TValue> _young = new();
    private volatile ConcurrentDictionary<TKey, TValue> _old = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_young.TryGetValue(key, out value))
            return true;
        if (!_old.TryGetValue(key, out value))
            return false;
        Set(key, value);
        return true;
    }

    public TValue GetOrAdd(TKey key, TValue value)
    {
        if (TryGet(key, out var found))
            return found;
        Turn();
        return _young.GetOrAdd(key, value);
    }

    public void Set(TKey key, TValue value)
    {
        Turn();
        _young[key] = value;
    }

    public void Remove(TKey key)
    {
        _old.TryRemove(key, out _);
        _young.TryRemove(key, out _);
    }

    public void RemoveWhere(Func<TValue, bool> isSo)
    {
        foreach (var (key, value) in _old.Concat(_young))
        {
            if (isSo(value))
                Remove(key);
        }
    }

    public void Clear()
    {
        _old = new();
        _young = new();
    }

    private void Turn()
    {
        if (_young.Count < capacity / 2)
            return;
        lock (_turning)
        {
            if (_young.Count < capacity / 2)
                return;
            _old = _young;
            _young = new();
        }
    }
}
