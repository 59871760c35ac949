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
    /// <summary>Each counts the rows that break it.</summary>
    private static readonly ImmutableArray<(string Broken, string Count)> Ours =
    [
        ("a session's version is not the number of its turns",
            "SELECT COUNT(*) FROM sessions s WHERE s.version <> (SELECT COUNT(*) FROM turns t WHERE t.session = s.id)"),
        ("a session's last turn is not its version", "SELECT COUNT(*) FROM sessions s WHERE s.version <> (SELECT MAX(version) FROM turns t WHERE t.session = s.id)"),
        ("a turn has no session", "SELECT COUNT(*) FROM turns WHERE session NOT IN (SELECT id FROM sessions)"),
        ("a standing points at no session", "SELECT COUNT(*) FROM standings WHERE unfinished IS NOT NULL AND unfinished NOT IN (SELECT id FROM sessions)"),
        .. ((string[])["sessions", "standings", "cases", "members", "outbox"]).Select(table =>
            ($"a row of {table} has no key", $"SELECT COUNT(*) FROM {table} WHERE owner NOT IN (SELECT owner FROM keys)")),
        ("an identity has two open cases",
            "SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE open = 1 AND identity IS NOT NULL GROUP BY fund, kind, identity HAVING COUNT(*) > 1) AS twice"),
        ("a case was opened without a fact",
            "SELECT COUNT(*) FROM cases c WHERE (SELECT COUNT(*) FROM audit a WHERE a.fact IN ('case-opened', 'call-back-requested') AND a.about = c.number || ' v1') <> 1"),
        ("the head does not count the facts", "SELECT COUNT(*) FROM audit_head WHERE seq <> (SELECT COUNT(*) FROM audit)"),
        ("a message was tried less than never", "SELECT COUNT(*) FROM outbox WHERE tries < 0"),
        ("a try is counted as none", "SELECT COUNT(*) FROM attempts WHERE count < 1"),
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
        foreach (var (what, count) in Ours)
        {
            if (await connection.ExecuteScalarAsync<long>(count) is var rows and > 0)
                broken.Add($"{what}: {rows}");
        }

        if (await audit.Verify(CancellationToken.None) is not AuditReport.Whole)
            broken.Add("the audit chain is broken");
        return broken.ToImmutable();
    }

    private static DbConnection Connect(StorageOptions options) => options.Kind is StorageKind.Sqlite
        ? new SqliteConnection($"Data Source={options.Path};Mode=ReadOnly;Pooling=False")
        : new NpgsqlConnection(options.ConnectionString + ";Pooling=False");
}
