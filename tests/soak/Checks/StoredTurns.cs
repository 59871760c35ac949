using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Cases;
using Dapper;

namespace ChatChannels.Soak.Checks;

/// <summary>Reads every turn of the store with the product's own code, and compares it with what was acknowledged.</summary>
internal sealed class StoredTurns(Storehouse house, IReadOnlyList<LoggedSession> logged, StoredKeys keys)
{
    /// <summary>The fund that the driver's walk is written for.</summary>
    public static readonly FundId Fund = new("cnps-cm");

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The sessions in the log, by phone.</summary>
    public Dictionary<string, StoredWalk> Walks { get; } = new(StringComparer.Ordinal);

    /// <summary>Filled by property: SQLite tells no types of a view without rows, which a constructor would need.</summary>
    private sealed record Row
    {
        public byte[] Session { get; init; } = [];

        public long Version { get; init; }

        public byte[] Body { get; init; } = [];
    }

    public async Task Compare(CancellationToken cancellation)
    {
        var rows = await house.Database.Read(
            reader => reader.QueryAsync<Row>("SELECT session, version, body FROM turns ORDER BY session, version"), cancellation);
        var stored = rows.GroupBy(row => KeyRing.Hex(row.Session), StringComparer.Ordinal)
            .ToDictionary(turns => turns.Key, turns => turns.ToList(), StringComparer.Ordinal);
        foreach (var session in logged)
        {
            var index = house.Keys.Session(new SessionKey(Fund, Channel.Ussd, $"{session.Id} {session.Phone}"));
            stored.Remove(KeyRing.Hex(index), out var turns);
            Compare(session, turns ?? []);
        }

        // Whoever was never told of a turn went no further than it.
        foreach (var (index, turns) in stored.Where(session => session.Value.Count > 1))
            _findings.Add(Finding.Broken($"Session {index} has {turns.Count} turns, and nobody was told of any"));
    }

    private void Compare(LoggedSession session, List<Row> turns)
    {
        if (turns.Count < session.Hops.Count)
            _findings.Add(Finding.Lost($"{session.Id}: {session.Hops.Count} hops were acknowledged, {turns.Count} are stored"));
        if (turns.Count > session.Hops.Count + 1)
            _findings.Add(Finding.Doubled($"{session.Id}: {session.Hops.Count} hops were acknowledged, and {turns.Count} are stored"));
        Walks[session.Phone] = new StoredWalk(turns.Count, null, HasEnded: false);
        var key = keys.Of(house.Keys.OwnerOfAddress(Fund, session.Phone));
        for (var hop = 0; hop < turns.Count; hop++)
        {
            if (key?.Open(turns[hop].Body, Places.Turn(turns[hop].Session, turns[hop].Version)) is not { } body)
                _findings.Add(Finding.Lost($"{session.Id}: turn {hop + 1} does not open"));
            else
                Compare(session, hop, TurnDecoder.Decode(body));
        }
    }

    private void Compare(LoggedSession session, int hop, StoredSession stored)
    {
        Walks[session.Phone] = Walks[session.Phone] with
        {
            CaseNumber = stored.Session.Answers[CaseAccess.NumberAnswer],
            HasEnded = stored.Reply.StartsWith("END ", StringComparison.Ordinal),
        };
        if (hop >= session.Hops.Count)
            return;
        if (!string.Equals(stored.Request, session.TextAt(hop), StringComparison.Ordinal))
            _findings.Add(Finding.Lost($"{session.Id}: at hop {hop} something else is stored than was typed"));
        if (!string.Equals(HopLogReader.HashOf(stored.Reply), session.Hops[hop].Hash, StringComparison.Ordinal))
            _findings.Add(Finding.Lost($"{session.Id}: at hop {hop} another reply is stored than was acknowledged"));
    }
}
