using System.Buffers.Binary;
using System.Collections.Concurrent;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage.Keys;

namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>
/// Live sessions answered from memory. It may be behind another node's commits, which the version check of the next
/// commit tells. What the database cannot find yet is pinned: it stays until <see cref="Unpin"/>, however full it gets.
/// </summary>
/// <param name="capacity">The most sessions held beside the pinned ones.</param>
/// <param name="pins">Whether turns can be on disk that the database does not find yet.</param>
internal sealed class LiveSessions(int capacity, bool pins)
{
    private readonly BoundedCache<SessionKey, LiveSession> _cache = new(capacity);
    private readonly ConcurrentDictionary<SessionKey, LiveSession> _pinned = new();
    private readonly ConcurrentDictionary<UInt128, LiveSession> _indexed = new();

    public LiveSession? Find(SessionKey key)
    {
        if (_cache.TryGet(key, out var live))
            return live;
        return pins && _pinned.TryGetValue(key, out live) ? live : null;
    }

    /// <summary>A session by its blind index, while it is pinned.</summary>
    public LiveSession? Pinned(byte[] index) => pins ? _indexed.GetValueOrDefault(Number(index)) : null;

    /// <summary>Takes in what was read; what memory knows already is as new or newer.</summary>
    public LiveSession Read(SessionKey key, LiveSession live) => _cache.GetOrAdd(key, live);

    /// <summary>Takes in what was committed; called in the order of commits.</summary>
    public void Committed(Session session, LiveSession live)
    {
        _cache.Set(session.Key, live);
        if (!pins)
            return;
        _pinned[session.Key] = live;
        _indexed[Number(live.Index)] = live;
    }

    /// <summary>Everything pinned can be found in the database by now.</summary>
    public void Unpin()
    {
        _pinned.Clear();
        _indexed.Clear();
    }

    /// <summary>Forgets a session that may be behind; a pinned one never is.</summary>
    public void Forget(SessionKey key) => _cache.Remove(key);

    /// <summary>Forgets all of an owner.</summary>
    public void Forget(string owner) => _cache.RemoveWhere(live => string.Equals(live.Key.Owner, owner, StringComparison.Ordinal));

    public void Clear()
    {
        _cache.Clear();
        Unpin();
    }

    private static UInt128 Number(byte[] index) => BinaryPrimitives.ReadUInt128LittleEndian(index);
}
