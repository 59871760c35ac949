using System.Runtime.InteropServices;
using System.Text;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Files;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Dialogues;
using Dapper;

namespace ChatChannels.Runtime.Storage.Dialogues;

/// <summary>Dialogues in SQLite or PostgreSQL.</summary>
internal sealed class SqlDialogues(Database database, Writer writer, KeyRing keys, FileParts parts) : IDialogues
{
    /// <summary>Filled by property, as SQLite tells no types of a result without rows.</summary>
    private sealed record Row
    {
        public long At { get; init; }

        public string Owner { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public byte[] Wrapped { get; init; } = [];

        public long Last { get; init; }

        public byte[] Id { get; init; } = [];

        public DateTimeOffset Instant => new(At, TimeSpan.Zero);
    }

    public async Task<Dialogue?> Find(FundId fund, string id, CancellationToken cancellation)
    {
        var index = DialogueSealer.Index(keys, fund, id);
        var rows = await Ask(
            "SELECT d.at, d.owner, d.body, k.wrapped FROM dialogues d JOIN keys k ON k.owner = d.owner WHERE d.dialogue = @index", new { index }, cancellation);
        return rows is [var row] && Open(row, DialogueSealer.Place(index)) is { } user
            ? new Dialogue(fund, id, user.Length == 0 ? null : Encoding.UTF8.GetString(user), row.Instant)
            : null;
    }

    public async Task<IReadOnlyList<DialogueTurn>> Read(FundId fund, string dialogue, long after, int limit, CancellationToken cancellation)
    {
        var index = DialogueSealer.Index(keys, fund, dialogue);
        var rows = await Ask(
            """
            SELECT t.last, t.id, t.at, t.owner, t.body, k.wrapped FROM dialogue_turns t JOIN keys k ON k.owner = t.owner
            WHERE t.dialogue = @index AND t.last > @after ORDER BY t.last LIMIT @limit
            """,
            new { index, after, limit },
            cancellation);
        var key = rows.Count > 0 ? keys.Unwrap(rows[0].Owner, rows[0].Wrapped) : null;
        return [.. rows.Select(row => Turn(row, key?.Open(row.Body, DialogueSealer.PlaceOfTurn(index, row.Id)))).OfType<DialogueTurn>()];

        DialogueTurn? Turn(Row row, byte[]? body)
        {
            if (body is null)
                return null;
            var activities = Encoding.UTF8.GetString(body).Split('\n');
            return new DialogueTurn(fund, dialogue, KeyRing.Hex(row.Id), [.. activities], row.Instant, row.Last - activities.Length + 1);
        }
    }

    public async Task<long?> NumberOf(FundId fund, string dialogue, string turn, CancellationToken cancellation)
    {
        var index = DialogueSealer.Index(keys, fund, dialogue);
        return await database.Read(
            reader => reader.ExecuteScalarAsync<long?>(new CommandDefinition(
                "SELECT last - count + 1 FROM dialogue_turns WHERE dialogue = @index AND id = @id",
                new { index, id = DialogueSealer.TurnIndex(keys, index, turn) },
                cancellationToken: cancellation)),
            cancellation);
    }

    public async Task<DialogueFile?> FindFile(FundId fund, string dialogue, Guid id, CancellationToken cancellation)
    {
        var name = id.ToString("D");
        var rows = await Ask(
            "SELECT f.at, f.owner, f.body, k.wrapped FROM dialogue_files f JOIN keys k ON k.owner = f.owner WHERE f.id = @name AND f.dialogue = @index",
            new { name, index = DialogueSealer.Index(keys, fund, dialogue) },
            cancellation);
        return rows is [var row] && await parts.Open(Open(row, DialogueSealer.PlaceOfFile(name)), cancellation) is { } content
            ? new DialogueFile(fund, dialogue, id, ImmutableCollectionsMarshal.AsImmutableArray(content), row.Instant)
            : null;
    }

    public Task<int> Sweep(DateTimeOffset saidBefore, DateTimeOffset sentBefore, CancellationToken cancellation) => writer.Do(
        async connection =>
        {
            var values = new { said = saidBefore.UtcTicks, sent = sentBefore.UtcTicks };
            return await connection.ExecuteAsync("DELETE FROM dialogue_files WHERE at < @sent", values)
                + await connection.ExecuteAsync("DELETE FROM dialogue_turns WHERE at < @said", values)
                + await connection.ExecuteAsync(
                    "DELETE FROM dialogues WHERE at < @said AND NOT EXISTS (SELECT 1 FROM dialogue_turns t WHERE t.dialogue = dialogues.dialogue)", values);
        },
        cancellation);

    private Task<List<Row>> Ask(string sql, object values, CancellationToken cancellation) => database.Read(
        async reader => (await reader.QueryAsync<Row>(new CommandDefinition(sql, values, cancellationToken: cancellation))).AsList(), cancellation);

    private byte[]? Open(Row row, string place) => keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Body, place);
}
