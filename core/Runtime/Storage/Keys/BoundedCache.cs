using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>A cache in two generations: when the young one is full, the old one is dropped and the young one grows old. What is used stays.</summary>
/// <param name="capacity">The most entries held.</param>
internal sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _turning = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_young.Entries.TryGetValue(key, out value))
            return true;
        if (!_old.Entries.TryGetValue(key, out value))
            return false;
        Set(key, value);
        return true;
    }

    public TValue GetOrAdd(TKey key, TValue value)
    {
        if (TryGet(key, out var found))
            return found;
        return Room().Add(key, value) ? value : GetOrAdd(key, value);
    }

    public void Set(TKey key, TValue value)
    {
        var young = Room();
        if (!young.Add(key, value))
            young.Entries[key] = value;
    }

    public void Remove(TKey key)
    {
        _old.Entries.TryRemove(key, out _);
        _young.Entries.TryRemove(key, out _);
    }

    public void RemoveWhere(Func<TValue, bool> isSo)
    {
        foreach (var (key, value) in _old.Entries.Concat(_young.Entries))
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

    /// <summary>The young generation, with room for one more.</summary>
    private Generation Room()
    {
        var young = _young;
        if (young.Added < capacity / 2)
            return young;
        lock (_turning)
        {
            if (ReferenceEquals(young, _young))
                (_old, _young) = (young, new());
            return _young;
        }
    }

    /// <summary>Entries, and how many were ever added: the dictionary's own count would take all its locks.</summary>
    private sealed class Generation
    {
        private int _added;

        public ConcurrentDictionary<TKey, TValue> Entries { get; } = new();

        public int Added => _added;

        public bool Add(TKey key, TValue value)
        {
            if (!Entries.TryAdd(key, value))
                return false;
            Interlocked.Increment(ref _added);
            return true;
        }
    }
}
