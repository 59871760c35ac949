using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Registry.Importing;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Registry;

/// <summary>
/// Puts the invented people, accounts, employers and claims of each fund's <c>sample</c> folder into the local register, and the lines
/// that have called the service before, with since when, into the history of lines. Who is not among these needs a second proof.
/// </summary>
public sealed partial class SampleRegister(
    FundFolder folder, FundDirectory funds, Importer importer, IStore store, ISecrets secrets, TimeProvider time, ILogger<SampleRegister> logger) : IHostedService
{
    private static readonly ImmutableArray<(ImportKind Kind, string Name)> Files =
    [
        (ImportKind.Members, "members.csv"), (ImportKind.Accounts, "accounts.csv"), (ImportKind.Employers, "employers.csv"), (ImportKind.Claims, "claims.csv"),
    ];

    private const string Lines = "lines.csv";

    /// <summary>Imports what there is.</summary>
    /// <exception cref="InvalidDataException">A sample has bad rows.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var fund in funds.All)
        {
            foreach (var (kind, name) in Files)
                await Import(fund, kind, name, cancellationToken);
            await SeeLines(Path.Combine(folder.Path, fund.Id.Value, "sample", Lines), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Import(Fund fund, ImportKind kind, string name, CancellationToken cancellation)
    {
        var file = Path.Combine(folder.Path, fund.Id.Value, "sample", name);
        if (!File.Exists(file))
            return;
        var report = await importer.Import(fund, kind, file, cancellation);
        if (report.Defects is [var first, ..])
            throw new InvalidDataException($"{fund.Id}/sample/{name} has {report.Defects.Count} bad rows; line {first.Line}: {first.Why}.");
        LogImported(logger, fund.Id.Value, report.Rows, name);
    }

    /// <summary>The rows are <c>phone,since</c> behind a head.</summary>
    private async Task SeeLines(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            return;
        var seen =
            from row in await File.ReadAllLinesAsync(file, cancellation)
            let fields = row.Split(',')
            where fields is [['+', ..], _]
            let since = new DateTimeOffset(DateOnly.ParseExact(fields[1], "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            select new Change.SeeLine(secrets.Hash(Change.SeeLine.Subject, fields[0]), since, time.GetUtcNow());
        await store.Commit(new Unit(null, [.. seen]), cancellation);
    }

    [LoggerMessage(1301, LogLevel.Information, "{Fund}: {Rows} rows of sample/{Name} are in the local register")]
    private static partial void LogImported(ILogger logger, string fund, long rows, string name);
}
