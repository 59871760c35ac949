using System.Text;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using Dapper;

namespace ChatChannels.Runtime.Storage;

/// <summary>
/// Turns in SQLite or PostgreSQL. Live sessions are answered from memory; that memory may be behind another node's
/// commits, which the version guard of the next commit tells.
/// </summary>
internal sealed class SqlStore(Database database, Writer writer, KeyRing keys, BoundedCache<SessionKey, StoredSession> live) : IStore
{
    private readonly Sealer _sealer = new(keys);

    private sealed record SessionRow(long Version, string Owner, byte[] Body, byte[] Reply, byte[] Wrapped);

    private sealed record StandingRow(string Language, string Owner, byte[] Wrapped, byte[]? Key, byte[]? Body);

    private sealed record ReplyRow(long Version, string Owner, byte[] Reply, byte[] Wrapped);

    public async Task<StoredSession?> FindSession(SessionKey key, CancellationToken cancellation)
    {
        if (live.TryGet(key, out var known))
            return known;
        var index = keys.Session(key);
        var row = await database.Read(
            reader => reader.QuerySingleOrDefaultAsync<SessionRow>(
                """
                SELECT s.version, s.owner, s.body, t.reply, k.wrapped FROM sessions s
                JOIN turns t ON t.session = s.id AND t.version = s.version
                JOIN keys k ON k.owner = s.owner WHERE s.key = @index
                """,
                new { index }),
            cancellation);
        if (row is null || keys.Unwrap(row.Owner, row.Wrapped) is not { } opener)
            return null;
        return opener.Open(row.Body, Places.Session(index)) is { } body && opener.Open(row.Reply, Places.Reply(index, row.Version)) is { } reply
            ? Stored(SessionCodec.Decode(body), Encoding.UTF8.GetString(reply))
            : null;
    }

    public async Task<Standing?> FindStanding(FundId fund, Address address, CancellationToken cancellation)
    {
        var index = keys.Blind("address", fund, $"{address.Channel}\n{address.Value}");
        var row = await database.Read(
            reader => reader.QuerySingleOrDefaultAsync<StandingRow>(
                """
                SELECT st.language, st.owner, k.wrapped, s.key, s.body FROM standings st
                JOIN keys k ON k.owner = st.owner
                LEFT JOIN sessions s ON s.id = st.unfinished AND s.owner = st.owner
                WHERE st.fund = @fund AND st.address = @index
                """,
                new { fund = fund.Value, index }),
            cancellation);
        if (row is null || keys.Unwrap(row.Owner, row.Wrapped) is not { } opener)
            return null;
        var body = row is { Key: { } key, Body: { } bytes } ? opener.Open(bytes, Places.Session(key)) : null;
        return new Standing(new Language(row.Language), body is null ? null : SessionCodec.Decode(body).Session);
    }

    public async Task<string?> FindReply(SessionKey key, string request, CancellationToken cancellation)
    {
        var index = keys.Session(key);
        var hash = keys.Master.Request(index, request);
        var row = await database.Read(
            reader => reader.QuerySingleOrDefaultAsync<ReplyRow>(
                """
                SELECT t.version, s.owner, t.reply, k.wrapped FROM sessions s
                JOIN turns t ON t.session = s.id AND t.request = @hash
                JOIN keys k ON k.owner = s.owner WHERE s.key = @index
                ORDER BY t.version DESC LIMIT 1
                """,
                new { index, hash }),
            cancellation);
        return row is not null && keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Reply, Places.Reply(index, row.Version)) is { } reply
            ? Encoding.UTF8.GetString(reply)
            : null;
    }

    public async Task<CommitResult> Commit(Unit unit, CancellationToken cancellation)
    {
        var sealedUnit = await _sealer.Seal(unit, cancellation);
        return await writer.Commit(sealedUnit, result => Remember(unit, sealedUnit, result), cancellation);
    }

    private static StoredSession Stored(SessionBody body, string reply) => new(body.Session, body.Request, reply);

    private void Remember(Unit unit, SealedUnit written, CommitResult result)
    {
        if (result is CommitResult.Stale)
            keys.Forget(written.Keys);
        if (unit.Turn is not { } turn)
            return;
        if (result is CommitResult.Committed)
            live.Set(turn.Session.Key, new StoredSession(turn.Session, turn.Request, turn.Reply));
        else
            live.Remove(turn.Session.Key);
    }
}
