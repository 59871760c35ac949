using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using ChatChannels.Services.PreRegistration;
using Dapper;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>The local register, for a fund whose own cannot be asked.</summary>
internal sealed class SqlRegister(Database database, KeyRing keys) : IRegister
{
    /// <summary>People looked at for one query at most: those whom most of its facts point to.</summary>
    private const int Candidates = 4;

    /// <summary>
    /// The member of a number or, with no points, the next one: somebody's row is read and opened whether or not there is a member
    /// of that number, or the time would tell.
    /// </summary>
    private const string Next =
        """
        SELECT n.number, CASE WHEN n.number = @number THEN 1 ELSE 0 END AS points FROM members n WHERE n.fund = @fund AND n.number = COALESCE(
          (SELECT u.number FROM members u WHERE u.fund = @fund AND u.number >= @number ORDER BY u.number LIMIT 1),
          (SELECT u.number FROM members u WHERE u.fund = @fund ORDER BY u.number LIMIT 1))
        """;

    private readonly SqlClaims _claims = new(database, keys);

    public async Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation)
    {
        var who = new
        {
            fund = fund.Value,
            identity = keys.BlindOrNull("identity", fund, identity) ?? [],
            likeness = keys.BlindOrNull("likeness", fund, likeness) ?? [],
        };
        return await database.Read(
            reader => reader.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(
                """
                SELECT 1 FROM (
                  SELECT owner FROM members WHERE fund = @fund AND identity = @identity
                  UNION ALL SELECT owner FROM members WHERE fund = @fund AND likeness = @likeness) m
                JOIN keys k ON k.owner = m.owner LIMIT 1
                """,
                who,
                cancellationToken: cancellation)),
            cancellation) is not null;
    }

    public async Task<MemberRecord?> Find(FundId fund, MemberQuery query, CancellationToken cancellation)
    {
        var facts = query.Facts;
        var values = new DynamicParameters(new
        {
            fund = fund.Value,
            number = Number(fund, facts.GetValueOrDefault(MemberAnswers.RegistrationNumber, "")),
            identity = keys.Blind("identity", fund, $"{facts.GetValueOrDefault(PersonAnswers.IdType, "")}:{facts.GetValueOrDefault(PersonAnswers.IdNumber, "")}"),
        });
        var names = facts.DefaultIfEmpty().Select((fact, n) => (Name: $"@fact{n}", Index: EntrySealer.Fact(keys, fund, fact.Key, fact.Value))).ToList();
        names.ForEach(name => values.Add(name.Name, name.Index));
        var found = await Read(Search(names.Select(name => name.Name)), values, cancellation);
        var fitting = found.Where(known => MemberMatch.Fits(known.Member, facts) & known.IsThere).ToList();
        return fitting is [var only] ? Told(only) : null;
    }

    public async Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation) =>
        await Of(fund, number, cancellation) is { IsThere: true } known ? Told(known) : null;

    public async Task<bool> Confirms(FundId fund, string number, KeyValuePair<string, string> fact, CancellationToken cancellation)
    {
        var known = await Of(fund, number, cancellation);
        return known is not null && (MemberMatch.Fits(known.Member, [fact]) & known.IsThere);
    }

    public Task<ImmutableArray<Claim>> Claims(FundId fund, string number, CancellationToken cancellation) =>
        _claims.Of(fund, Number(fund, number), cancellation);

    public Task<ImmutableArray<ClaimChange>> ClaimChanges(FundId fund, DateTimeOffset since, CancellationToken cancellation) =>
        _claims.ChangedSince(fund, since, cancellation);

    /// <summary>
    /// The rows of the members found, by number and points. Found first and then joined one by one: SQLite would sooner read all
    /// members of the fund, were the joins not crossed.
    /// </summary>
    private static string Rows(string found) =>
        $"""
        SELECT m.number, m.owner, m.body, k.wrapped, (SELECT COUNT(*) FROM accounts a WHERE a.fund = m.fund AND a.number = m.number) AS account, f.points
        FROM ({found}) f CROSS JOIN members m CROSS JOIN keys k
        WHERE m.fund = @fund AND m.number = f.number AND k.owner = m.owner ORDER BY f.points DESC LIMIT {Candidates}
        """;

    private static string Search(IEnumerable<string> facts) =>
        $"""
        WITH fitting AS (
          SELECT c.number, COUNT(*) AS points FROM (
            SELECT number FROM members WHERE fund = @fund AND number = @number
            UNION ALL SELECT number FROM members WHERE fund = @fund AND identity = @identity
            UNION ALL SELECT number FROM member_facts WHERE fact IN ({string.Join(", ", facts)})) c
          GROUP BY c.number)
        {Rows($"SELECT number, points FROM fitting UNION ALL SELECT o.number, o.points FROM ({Next}) o WHERE NOT EXISTS (SELECT 1 FROM fitting)")}
        """;

    private static MemberRecord Told(Known known) => new()
    {
        Number = known.Member.Number,
        Standing = known.Member.Standing,
        Reason = known.Member.Reason,
        HasAccount = known.HasAccount,
        Phone = known.Member.Phone,
        PhoneSince = known.Member.PhoneSince,
        Email = known.Member.Email,
        PaymentMode = known.Member.PaymentMode,
        Names = $"{known.Member.Facts[PersonAnswers.GivenNames]} {known.Member.Facts[PersonAnswers.Surname]}".Trim(),
    };

    private byte[] Number(FundId fund, string number) => keys.Blind("number", fund, number);

    private async Task<Known?> Of(FundId fund, string number, CancellationToken cancellation)
    {
        var values = new { fund = fund.Value, number = Number(fund, number) };
        return (await Read(Rows(Next), values, cancellation)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<Known>> Read(string sql, object values, CancellationToken cancellation)
    {
        var rows = await database.Read(
            reader => reader.QueryAsync<MemberRow>(new CommandDefinition(sql, values, cancellationToken: cancellation)), cancellation);
        return [.. rows.Select(Open).OfType<Known>()];
    }

    private Known? Open(MemberRow row) =>
        keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Body, Places.Member(row.Number)) is { } body
            ? new Known(RegisterCodec.Member(body), row.Account > 0, row.Points > 0)
            : null;

    private sealed record Known(Member Member, bool HasAccount, bool IsThere);
}
