using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Processing;

/// <summary>Forgets, every hour, what is past its time.</summary>
public sealed partial class HourlySweep(PastTime past, TimeProvider time, ILogger<HourlySweep> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.Keep(stop => past.Forget(time.GetUtcNow(), stop), Pace, time, failure => LogFailed(logger, failure), stoppingToken);

    [LoggerMessage(5101, LogLevel.Warning, "What is past its time could not be forgotten; the next sweep tries again")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
