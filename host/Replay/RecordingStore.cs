using System.Collections.Concurrent;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;

namespace ChatChannels.Host.Replay;

/// <summary>The real store, remembering what was committed.</summary>
public sealed class RecordingStore(IStore store) : IStore
{
    private readonly ConcurrentQueue<Unit> _committed = [];
    private readonly ConcurrentQueue<Session> _sessions = [];

    /// <summary>Every session committed, in order, by which scripts prove which states they reach.</summary>
    public IReadOnlyList<Session> Sessions => [.. _sessions];

    /// <summary>The last session committed.</summary>
    public Session? Last { get; private set; }

    /// <summary>What was committed since the last call.</summary>
    public IReadOnlyList<Change> TakeChanges()
    {
        var changes = new List<Change>();
        while (_committed.TryDequeue(out var unit))
            changes.AddRange(unit.Changes);
        return changes;
    }

    public ValueTask<Known> Find(SessionKey key, Address address, CancellationToken cancellation) => store.Find(key, address, cancellation);

    public ValueTask<Session?> FindLatest(FundId fund, Address address, CancellationToken cancellation) => store.FindLatest(fund, address, cancellation);

    public Task<string?> FindReply(SessionKey key, Address address, string request, CancellationToken cancellation) =>
        store.FindReply(key, address, request, cancellation);

    public async Task<CommitResult> Commit(Unit unit, CancellationToken cancellation)
    {
        var result = await store.Commit(unit, cancellation);
        if (result is not CommitResult.Committed)
            return result;
        _committed.Enqueue(unit);
        if (unit.Turn is { } turn)
            _sessions.Enqueue(Last = turn.Session);
        return result;
    }
}
