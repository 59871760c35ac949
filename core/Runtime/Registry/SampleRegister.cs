using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Registry.Importing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Registry;

/// <summary>Puts the invented people, accounts, employers and claims of each fund's <c>sample</c> folder into the local register.</summary>
public sealed partial class SampleRegister(FundFolder folder, FundDirectory funds, Importer importer, ILogger<SampleRegister> logger) : IHostedService
{
    private static readonly ImmutableArray<(ImportKind Kind, string Name)> Files =
    [
        (ImportKind.Members, "members.csv"), (ImportKind.Accounts, "accounts.csv"), (ImportKind.Employers, "employers.csv"), (ImportKind.Claims, "claims.csv"),
    ];

    /// <summary>Imports what there is.</summary>
    /// <exception cref="InvalidDataException">A sample has bad rows.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var fund in funds.All)
        {
            foreach (var (kind, name) in Files)
                await Import(fund, kind, name, cancellationToken);
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

    [LoggerMessage(1301, LogLevel.Information, "{Fund}: {Rows} rows of sample/{Name} are in the local register")]
    private static partial void LogImported(ILogger logger, string fund, long rows, string name);
}
