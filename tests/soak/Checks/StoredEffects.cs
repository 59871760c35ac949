using System.Globalization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Messages;
using Dapper;

namespace ChatChannels.Soak.Checks;

/// <summary>Reads every case, member, fact and message of the store: each must be there once, and belong to a session.</summary>
internal sealed class StoredEffects(Storehouse house, StoredKeys keys, IReadOnlyDictionary<string, StoredWalk> walks)
{
    private static readonly string[] Channels = ["email", "sms"];

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    private sealed record Fact
    {
        public string What { get; init; } = "";

        public byte[]? Actor { get; init; }
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Owner { get; init; } = "";

        public byte[] Body { get; init; } = [];
    }

    public async Task Check(CancellationToken cancellation)
    {
        var cases = (await Read("SELECT number AS id, owner, body FROM cases", cancellation))
            .Select(row => Open(row, Places.Case(new CaseNumber(row.Id)))).OfType<byte[]>().Select(body => BodyCodec.Case(body)).ToList();
        CheckOwners(cases);
        IEnumerable<string> facts = [.. walks.SelectMany(walk => FactsOf(walk.Key, walk.Value)), .. cases.SelectMany(FactsOf)];
        Compare("facts", await Facts(cancellation), facts);
        Compare("members", await Members(cancellation), cases.Select(filed => filed.RegistrationNumber).OfType<string>().Select(MemberOf));
        var messages = (await Read("SELECT id, owner, body FROM outbox", cancellation))
            .Select(row => Open(row, Places.Message(row.Id))).OfType<byte[]>().Select(body => BodyCodec.Message(body));
        Compare("messages", messages.Select(Word), cases.SelectMany(MessagesOf));
    }

    /// <summary>A case belongs to the session of its phone, which was shown its number; and no session has two.</summary>
    private void CheckOwners(List<Case> cases)
    {
        foreach (var twice in cases.GroupBy(filed => filed.Filer.Value, StringComparer.Ordinal).Where(filed => filed.Skip(1).Any()))
            _findings.Add(Finding.Doubled($"{twice.Count()} cases of one session: {string.Join(", ", twice.Select(filed => filed.Number))}"));
        var known = walks.Values.Select(walk => walk.CaseNumber).OfType<string>().ToList();
        foreach (var filed in cases.Where(filed => !string.Equals(KnownTo(filed.Filer.Value), filed.Number.Digits, StringComparison.Ordinal)))
            _findings.Add(Finding.Broken($"Case {filed.Number} is in nobody's receipt"));
        foreach (var number in known.Except(cases.Select(filed => filed.Number.Digits), StringComparer.Ordinal))
            _findings.Add(Finding.Lost($"Case {number} was given out and is not stored"));
    }

    private string? KnownTo(string phone) => walks.GetValueOrDefault(phone)?.CaseNumber;

    /// <summary>What is stored against what follows from the cases: one each, no more, no fewer.</summary>
    private void Compare(string what, IEnumerable<string> stored, IEnumerable<string> expected)
    {
        var counts = stored.CountBy(one => one, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var one in expected)
        {
            if (!counts.Remove(one, out var count))
                _findings.Add(Finding.Lost($"{what}: none is {one}"));
            else if (count > 1)
                _findings.Add(Finding.Doubled($"{what}: {count} are {one}"));
        }

        foreach (var one in counts.Keys)
            _findings.Add(Finding.Doubled($"{what}: {one} follows from no case"));
    }

    private async Task<IEnumerable<string>> Facts(CancellationToken cancellation) => (await house.Database.Read(
        reader => reader.QueryAsync<Fact>("SELECT fact || ' ' || about AS what, actor FROM audit"), cancellation))
        .Select(fact => $"{fact.What} by {By(fact.Actor)}");

    private async Task<IEnumerable<string>> Members(CancellationToken cancellation) => (await house.Database.Read(
        reader => reader.QueryAsync<byte[]>("SELECT number FROM members"), cancellation)).Select(KeyRing.Hex);

    private string MemberOf(string registrationNumber) => KeyRing.Hex(house.Keys.Blind("number", StoredTurns.Fund, registrationNumber));

    /// <summary>The walk begins its service at the second answer, and ends it with the last.</summary>
    private IEnumerable<string> FactsOf(string phone, StoredWalk walk)
    {
        if (walk.Turns > 2)
            yield return $"service-begun pre-registration by {Pseudonym(phone)}";
        if (walk.HasEnded)
            yield return $"service-ended pre-registration validated by {Pseudonym(phone)}";
    }

    /// <summary>A case of the walk is opened, then validated, then processed: one version and one fact each.</summary>
    private IEnumerable<string> FactsOf(Case filed) => Steps(filed).Select((step, i) => string.Create(
        CultureInfo.InvariantCulture, $"{step.Fact} {filed.Number} v{i + 1} by {(i < 2 ? Pseudonym(filed.Filer.Value) : By(null))}"));

    private string Pseudonym(string phone) => By(house.Keys.Master.Pseudonym(StoredTurns.Fund, phone));

    private static string By(byte[]? actor) => actor is null ? "the system" : KeyRing.Hex(actor);

    private static IEnumerable<string> MessagesOf(Case filed) =>
        from step in Steps(filed)
        from channel in Channels
        select $"{step.Template} {channel} to {filed.Filer.Value}";

    private static IEnumerable<(string Fact, string Template)> Steps(Case filed) => ((string, string)[])
    [
        ("case-opened", "opened"),
        .. filed.Version > 1 ? [("case-validated", "validated")] : ((string, string)[])[],
        .. filed.State is CaseState.NumberGiven ? [("registration-number-given", "number-given")] : ((string, string)[])[],
        .. filed.State is CaseState.ToComplete ? [("completion-asked", "to-complete")] : ((string, string)[])[],
    ];

    private static string Word(Message message) => $"{message.Template} {message.Channel} to {message.Person}";

    private Task<IEnumerable<Row>> Read(string sql, CancellationToken cancellation) =>
        house.Database.Read(reader => reader.QueryAsync<Row>(sql), cancellation);

    private byte[]? Open(Row row, string place)
    {
        var body = keys.Of(row.Owner)?.Open(row.Body, place);
        if (body is null)
            _findings.Add(Finding.Lost($"{place} does not open"));
        return body;
    }
}
