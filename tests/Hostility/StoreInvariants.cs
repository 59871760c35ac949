using System.Collections.Immutable;
using System.Data.Common;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Audit;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ChatChannels.Hostility;

/// <summary>What holds of every store at any time, whatever was sent, killed or repeated. The one place that knows the tables.</summary>
public static class StoreInvariants
{
    /// <summary>The tables whose rows are somebody's.</summary>
    private static readonly ImmutableArray<string> Owned =
    [
        "turns", "sessions", "cases", "members", "outbox", "member_facts", "accounts", "employers", "claims", "claim_follows", "register_outbox",
        "dialogues", "dialogue_turns", "dialogue_files", "documents", "hand_overs", "hand_over_words",
    ];

    /// <summary>Each counts the rows that break it.</summary>
    private static readonly ImmutableArray<(string Broken, string Count)> Ours =
    [
        ("a session's turns are not numbered from 1 without a gap or a double",
            "SELECT COUNT(*) FROM (SELECT 1 FROM turns GROUP BY session HAVING MIN(version) <> 1 OR MAX(version) <> COUNT(*) OR COUNT(DISTINCT version) <> COUNT(*)) AS uneven"),
        ("a session's first turn does not say whose it is, or a later one does",
            "SELECT COUNT(*) FROM turns WHERE (version = 1) <> (owner IS NOT NULL) OR (version = 1) <> (channel IS NOT NULL)"),
        .. Owned.Select(table =>
            ($"a row of {table} has no key", $"SELECT COUNT(*) FROM {table} WHERE owner IS NOT NULL AND owner NOT IN (SELECT owner FROM keys)")),
        ("a key is nobody's",
            $"SELECT COUNT(*) FROM (SELECT owner FROM keys {string.Join(' ', Owned.Select(table => $"EXCEPT SELECT owner FROM {table}"))}) AS idle"),
        ("a case is under another's key", "SELECT COUNT(*) FROM cases WHERE owner <> 'c:' || number"),
        ("a case is open and counts as closed, or the reverse",
            "SELECT COUNT(*) FROM cases WHERE (open = 1) <> (state IN ('Registered', 'Validated', 'AwaitingPapers', 'AwaitingCall'))"),
        .. ((string[])["documents", "dialogue_files"]).Select(table => (
            $"a file of {table} is not there whole",
            $"""
            SELECT COUNT(*) FROM {table} d WHERE d.content IS NOT NULL
            AND (SELECT CASE WHEN COUNT(*) > 0 AND MAX(p.part) + 1 = COUNT(*) THEN 1 ELSE 0 END FROM file_parts p WHERE p.content = d.content) = 0
            """)),
        ("a registration number was given, and its member is not in the register",
            "SELECT COUNT(*) - (SELECT COUNT(*) FROM members) FROM cases WHERE state = 'NumberGiven'"),
        ("an identity has two open cases",
            "SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE open = 1 AND identity IS NOT NULL GROUP BY fund, kind, identity HAVING COUNT(*) > 1) AS twice"),
        ("a case was opened without a fact",
            "SELECT COUNT(*) FROM cases c WHERE (SELECT COUNT(*) FROM audit a WHERE a.fact IN ('case-opened', 'call-back-requested') AND a.about = c.number || ' v1') <> 1"),
        ("the head does not count the facts", "SELECT COUNT(*) FROM audit_head WHERE seq <> (SELECT COUNT(*) FROM audit)"),
        ("a message was tried less than never", "SELECT COUNT(*) FROM outbox WHERE tries < 0"),
        ("a message is settled without a time, or settled and still taken",
            """
            SELECT COUNT(*) FROM outbox WHERE (state <> 'waiting') <> (settled_at IS NOT NULL)
            OR (state = 'delivered' AND (lease_until IS NOT NULL OR tries < 1))
            """),
        ("a try is counted as none", "SELECT COUNT(*) FROM attempts WHERE count < 1"),
    ];

    /// <summary>What SQLite finds the log by, up to where it was folded in.</summary>
    private static readonly ImmutableArray<(string Broken, string Count)> Folded =
    [
        ("a turn does not lead to the one before it, or to its session's first",
            """
            SELECT COUNT(*) FROM turns t LEFT JOIN turns p ON p.seq = t.prev LEFT JOIN turns f ON f.seq = t.opened
            WHERE f.version IS NOT 1 OR f.session IS NOT t.session
            OR CASE t.version WHEN 1 THEN t.prev IS NOT NULL ELSE p.session IS NOT t.session OR p.version IS NOT t.version - 1 END
            """),
        ("a session does not lead to its last turn that was folded in",
            """
            SELECT COUNT(*) FROM sessions s
            LEFT JOIN (SELECT opened, MAX(seq) AS seq FROM turns WHERE seq <= (SELECT seq FROM folded) GROUP BY opened) t ON t.opened = s.opened
            WHERE s.last <> COALESCE(t.seq, s.opened)
            """),
        ("a session is not found, or is found and is not there",
            """
            SELECT COUNT(*) FROM (SELECT seq, session, owner, channel FROM turns WHERE version = 1) t
            LEFT JOIN sessions s ON s.opened = t.seq AND s.session = t.session AND s.owner = t.owner AND s.channel = t.channel
            WHERE s.opened IS NULL
            UNION ALL SELECT COUNT(*) FROM sessions WHERE opened NOT IN (SELECT seq FROM turns WHERE version = 1) ORDER BY 1 DESC LIMIT 1
            """),
        ("an owner does not lead to all sessions",
            """
            SELECT COUNT(*) FROM (SELECT owner, opened, before, LAG(opened) OVER (PARTITION BY owner ORDER BY opened) AS earlier FROM sessions) s
            WHERE s.before IS NOT s.earlier
            """),
        ("an owner's newest session is another",
            """
            SELECT COUNT(*) FROM keys k LEFT JOIN (SELECT owner, MAX(opened) AS opened FROM sessions GROUP BY owner) s ON s.owner = k.owner
            WHERE k.opened IS NOT s.opened
            """),
    ];

    /// <summary>The invariants that are broken, in words; none when all is well.</summary>
    /// <param name="services">Of a running service: its storage options and its audit chain.</param>
    public static Task<ImmutableArray<string>> Broken(IServiceProvider services) =>
        Broken(services.GetRequiredService<IOptions<StorageOptions>>().Value, services.GetRequiredService<AuditChain>());

    /// <inheritdoc cref="Broken(IServiceProvider)"/>
    /// <remarks>For a storage that was opened by itself, without a service.</remarks>
    public static async Task<ImmutableArray<string>> Broken(StorageOptions options, AuditChain audit)
    {
        await using var connection = Connect(options);
        var broken = ImmutableArray.CreateBuilder<string>();
        if (connection is SqliteConnection && await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check") is var said and not "ok")
            broken.Add($"the file is corrupt: {said}");
        foreach (var (what, count) in options.Kind is StorageKind.Sqlite ? [.. Ours, .. Folded] : Ours)
        {
            if (await connection.ExecuteScalarAsync<long>(count) is var rows and > 0)
                broken.Add($"{what}: {rows}");
        }

        if (await audit.Verify(CancellationToken.None) is var chain and not AuditReport.Whole)
            broken.Add($"the audit chain is broken: {chain}");
        return broken.ToImmutable();
    }

    /// <summary>How many effects there are of each sort: turns, cases, messages, facts.</summary>
    public static async Task<ImmutableSortedDictionary<string, long>> Effects(IServiceProvider services)
    {
        await using var connection = Connect(services.GetRequiredService<IOptions<StorageOptions>>().Value);
        var effects = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        foreach (var table in (string[])["turns", "cases", "outbox", "audit"])
            effects.Add(table, await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"));
        return effects.ToImmutable();
    }

    private static DbConnection Connect(StorageOptions options) => options.Kind is StorageKind.Sqlite
        ? new SqliteConnection($"Data Source={options.Path};Mode=ReadOnly;Pooling=False")
        : new NpgsqlConnection(options.ConnectionString + ";Pooling=False");
}
