using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Cases;
using Dapper;

namespace ChatChannels.Runtime.Storage;

/// <summary>Cases in SQLite or PostgreSQL.</summary>
internal sealed class SqlCaseFile(Database database, KeyRing keys) : ICaseFile
{
    private const string Select = "SELECT c.number, c.owner, c.body, k.wrapped FROM cases c JOIN keys k ON k.owner = c.owner";

    private sealed record Row(string Number, string Owner, byte[] Body, byte[] Wrapped);

    public Task<Case?> Find(FundId fund, CaseNumber number, CancellationToken cancellation) =>
        Find($"{Select} WHERE c.fund = @fund AND c.number = @number", new { fund = fund.Value, number = number.Digits }, cancellation);

    public async Task<FundId?> FundOf(CaseNumber number, CancellationToken cancellation)
    {
        var fund = await database.Read(
            reader => reader.QuerySingleOrDefaultAsync<string>(
                new CommandDefinition("SELECT fund FROM cases WHERE number = @number AND kind <> @kind", new { number = number.Digits, kind = Case.CallBack }, cancellationToken: cancellation)),
            cancellation);
        return fund is null ? null : new FundId(fund);
    }

    public Task<Case?> FindOpen(FundId fund, string kind, string identity, CancellationToken cancellation) => Find(
        $"{Select} WHERE c.fund = @fund AND c.kind = @kind AND c.identity = @index AND c.open = 1",
        new { fund = fund.Value, kind, index = keys.Blind("identity", fund, identity) },
        cancellation);

    public async Task<IReadOnlyList<CaseNumber>> InState(
        FundId fund, CaseState state, DateTimeOffset before, int limit, CancellationToken cancellation)
    {
        var numbers = await database.Read(
            reader => reader.QueryAsync<string>(new CommandDefinition(
                "SELECT number FROM cases WHERE fund = @fund AND state = @state AND changed_at < @before ORDER BY changed_at, number LIMIT @limit",
                new { fund = fund.Value, state = state.ToString(), before = before.UtcTicks, limit },
                cancellationToken: cancellation)),
            cancellation);
        return [.. numbers.Select(number => new CaseNumber(number))];
    }

    private async Task<Case?> Find(string sql, object values, CancellationToken cancellation)
    {
        var row = await database.Read(reader => reader.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(sql, values, cancellationToken: cancellation)), cancellation);
        return row is not null && keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Body, Places.Case(new CaseNumber(row.Number))) is { } body
            ? BodyCodec.Case(body)
            : null;
    }
}
