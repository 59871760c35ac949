using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage.Files;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sessions;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;

namespace ChatChannels.Runtime.Storage;

/// <summary>Turns in SQLite or PostgreSQL, live sessions from memory: a normal hop reads nothing and appends one row.</summary>
internal sealed class SqlStore(Database database, Writer writer, KeyRing keys, ITurnLog log, LiveSessions live, SqlInbox inbox, FileParts files) : IStore
{
    private readonly Sealer _sealer = new(keys, live, inbox);

    private readonly GroupReader _reader = new(database, log);

    public async ValueTask<Known> Find(SessionKey key, Address address, CancellationToken cancellation)
    {
        if (live.Find(key)?.Stored is { } known)
            return new Known(known, null);
        var owner = keys.OwnerOfAddress(key.Fund, address.Value);
        var index = keys.Session(key);
        var (seen, holder) = await See(index, owner, key.Channel, cancellation);
        var found = live.Read(key, new LiveSession(Open(seen, index, holder), index, holder, seen.Place));
        return new Known(found.Stored, found.Stored is null ? await Latest(seen, holder, key.Channel, cancellation) : null);
    }

    public async ValueTask<Session?> FindLatest(FundId fund, Address address, CancellationToken cancellation)
    {
        var (seen, holder) = await See([], keys.OwnerOfAddress(fund, address.Value), address.Channel, cancellation);
        return await Latest(seen, holder, address.Channel, cancellation);
    }

    public async Task<string?> FindReply(SessionKey key, Address address, string request, CancellationToken cancellation)
    {
        await Find(key, address, cancellation);
        if (live.Find(key) is not { } known)
            return null;
        var turns = log.TurnsOf(known.Index, known.Place);
        await database.Read(
            async reader =>
            {
                await database.Run(reader, [turns]);
                return true;
            },
            cancellation);
        return turns.Results.Select(turn => Open(turn.Version, turn.Body, known.Index, known.Key))
            .FirstOrDefault(stored => string.Equals(stored?.Request, request, StringComparison.Ordinal))?.Reply;
    }

    public async Task<CommitResult> Commit(Unit unit, CancellationToken cancellation)
    {
        unit = await files.Apart(unit, cancellation);
        var written = await _sealer.Seal(unit, cancellation);
        return await writer.Commit(written, result => Remember(unit, written, result), cancellation);
    }

    private async ValueTask<(Seen Seen, DataKey Holder)> See(byte[] session, string owner, Channel channel, CancellationToken cancellation)
    {
        if (!keys.MayHave(owner))
            return (Seen.Nothing, keys.New(owner));
        var era = keys.Era; // before it is read, as the key may be erased meanwhile
        var seen = await _reader.See(session, owner, channel, cancellation);
        return (seen, keys.For(owner, seen.Wrapped, era));
    }

    private async ValueTask<Session?> Latest(Seen seen, DataKey holder, Channel channel, CancellationToken cancellation)
    {
        if (seen.Latest is not { } index)
            return null;
        if (live.Pinned(index) is { } pinned)
            return pinned.Stored?.Session;
        var (latest, _) = await See(index, holder.Owner, channel, cancellation);
        return Open(latest, index, holder)?.Session;
    }

    private static StoredSession? Open(Seen seen, byte[] index, DataKey holder) =>
        seen is { Version: { } version, Body: { } body } ? Open(version, body, index, holder) : null;

    private static StoredSession? Open(long version, byte[] body, byte[] index, DataKey holder) =>
        holder.Open(body, Places.Turn(index, version)) is { } bytes ? TurnDecoder.Decode(bytes) : null;

    private void Remember(Unit unit, SealedUnit written, CommitResult result)
    {
        if (result is CommitResult.Stale)
            keys.Forget(written.Keys);
        if (unit.Turn is not { } turn)
            return;
        if (result is CommitResult.Committed)
            live.Committed(turn.Session, new LiveSession(new StoredSession(turn.Session, turn.Request, turn.Reply), written.Turn!.Session, written.Turn.Holder, written.Turn.Place));
        else
            live.Forget(turn.Session.Key);
    }
}
