using System.Collections.Immutable;
using ChatChannels.Runtime.Storage;
using Dapper;

namespace ChatChannels.Soak.Checks;

/// <summary>What a start and the runs should have done by now. Each statement counts the rows they left.</summary>
internal static class Unfinished
{
    private static readonly ImmutableArray<(string What, string Count)> Left =
    [
        ("files left unprocessed", "SELECT COUNT(*) FROM cases WHERE state = 'Validated'"),
        ("messages left undelivered", "SELECT COUNT(*) FROM outbox WHERE state <> 'delivered'"),
    ];

    private const string Unfolded = "SELECT COUNT(*) FROM turns WHERE seq > (SELECT seq FROM folded)";

    /// <summary>Finds what is left.</summary>
    public static async Task<IReadOnlyList<Finding>> Check(Storehouse house, CancellationToken cancellation) => await house.Database.Read(
        async reader =>
        {
            var found = new List<Finding>();
            if (!house.Database.IsShared && await reader.ExecuteScalarAsync<long>(Unfolded) is var turns and > 0)
                found.Add(Finding.Broken($"{turns} turns left to fold after a start"));
            foreach (var (what, count) in Left)
            {
                if (await reader.ExecuteScalarAsync<long>(count) is var rows and > 0)
                    found.Add(Finding.Unfinished($"{rows} {what}"));
            }

            return found;
        },
        cancellation);
}
