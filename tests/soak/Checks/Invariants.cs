using System.Collections.Immutable;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Audit;
using Dapper;

namespace ChatChannels.Soak.Checks;

/// <summary>What holds of every store at any time, whatever ended the service. Each statement counts the rows that break it.</summary>
internal static class Invariants
{
    private static readonly ImmutableArray<(string What, string Count)> Always =
    [
        ("sessions whose turns are not 1 to n",
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM turns GROUP BY session
              HAVING MIN(version) <> 1 OR MAX(version) <> COUNT(*) OR COUNT(DISTINCT version) <> COUNT(*)) AS s
            """),
        ("first turns without an owner", "SELECT COUNT(*) FROM turns WHERE version = 1 AND (owner IS NULL OR channel IS NULL)"),
        .. ((string[])["sessions", "cases", "members", "outbox"]).Select(table =>
            ($"rows of {table} without their owner's key", $"SELECT COUNT(*) FROM {table} WHERE owner NOT IN (SELECT owner FROM keys)")),
        ("keys of nobody",
            """
            SELECT COUNT(*) FROM (SELECT owner FROM keys
              EXCEPT SELECT owner FROM sessions EXCEPT SELECT owner FROM cases EXCEPT SELECT owner FROM members) AS k
            """),
        ("cases under another's key", "SELECT COUNT(*) FROM cases WHERE owner <> 'c:' || number"),
        ("cases that are open and count as closed, or the reverse",
            "SELECT COUNT(*) FROM cases WHERE (open = 1) <> (state IN ('Registered', 'Validated', 'AwaitingCall'))"),
        ("members more or fewer than cases with a registration number",
            "SELECT ABS((SELECT COUNT(*) FROM members) - (SELECT COUNT(*) FROM cases WHERE state = 'NumberGiven'))"),
        ("facts more or fewer than the head says", "SELECT ABS((SELECT seq FROM audit_head) - (SELECT COUNT(*) FROM audit))"),
        ("messages settled by nobody, or settled and still taken",
            """
            SELECT COUNT(*) FROM outbox WHERE (state <> 'waiting') <> (settled_at IS NOT NULL)
              OR (state = 'delivered' AND (lease_until IS NOT NULL OR tries < 1))
            """),
    ];

    private static readonly ImmutableArray<(string What, string Count)> OfTheFoldedLog =
    [
        ("turns that the index does not find",
            """
            SELECT COUNT(*) FROM turns t
            WHERE t.seq IS NOT (SELECT i.seq FROM turn_index i WHERE i.session = t.session AND i.version = t.version)
            """),
        ("entries of the index without a turn", "SELECT COUNT(*) FROM turn_index WHERE seq NOT IN (SELECT seq FROM turns)"),
        ("sessions that are not the first turns of the log",
            """
            SELECT COUNT(*) FROM (SELECT seq, session, owner, channel FROM turns WHERE version = 1
              EXCEPT SELECT seq, key, owner, channel FROM sessions)
            """),
        ("sessions without a turn", "SELECT COUNT(*) FROM sessions WHERE seq NOT IN (SELECT seq FROM turns WHERE version = 1)"),
        ("turns left to fold after a start", "SELECT COUNT(*) FROM turns WHERE seq > (SELECT seq FROM folded)"),
    ];

    private static readonly ImmutableArray<(string What, string Count)> InTheEnd =
    [
        ("files left unprocessed", "SELECT COUNT(*) FROM cases WHERE state = 'Validated'"),
        ("messages left undelivered", "SELECT COUNT(*) FROM outbox WHERE state <> 'delivered'"),
    ];

    /// <summary>Finds what is broken.</summary>
    public static async Task<IReadOnlyList<Finding>> Check(Storehouse house, CancellationToken cancellation)
    {
        var isSqlite = !house.Database.IsShared;
        var findings = await house.Database.Read(
            async reader =>
            {
                var found = new List<Finding>();
                if (isSqlite && await reader.ExecuteScalarAsync<string>("PRAGMA integrity_check") is var said and not "ok")
                    found.Add(Finding.Broken($"The file is corrupt: {said}"));
                foreach (var (what, count) in (IEnumerable<(string, string)>)[.. Always, .. isSqlite ? OfTheFoldedLog : []])
                {
                    if (await reader.ExecuteScalarAsync<long>(count) is var rows and > 0)
                        found.Add(Finding.Broken($"{rows} {what}"));
                }

                foreach (var (what, count) in InTheEnd)
                {
                    if (await reader.ExecuteScalarAsync<long>(count) is var rows and > 0)
                        found.Add(Finding.Unfinished($"{rows} {what}"));
                }

                return found;
            },
            cancellation);
        if (await house.Audit.Verify(cancellation) is AuditReport.Broken broken)
            findings.Add(Finding.Broken($"The audit chain is broken at fact {broken.Seq}: {broken.Why}"));
        return findings;
    }
}
