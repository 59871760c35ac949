using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.HandOvers;

/// <summary>Goes round, every quarter of a minute, over those whom no agent answered. What one node leaves the next finds: it is in the store.</summary>
public sealed partial class HandOverWatch(HandOverRound round, TimeProvider time, ILogger<HandOverWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.Keep(round.Pass, Pace, time, failure => LogFailed(logger, failure), stoppingToken);

    [LoggerMessage(5201, LogLevel.Warning, "Those whom no agent answered could not be told; the next round tries again")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
