using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Processing;

/// <summary>Forgets, every hour, what is past its time.</summary>
public sealed partial class HourlySweep(PastTime past, TimeProvider time, ILogger<HourlySweep> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Sweep(stoppingToken);
            await Task.Delay(Pace, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Sweep(CancellationToken stoppingToken)
    {
        try
        {
            await past.Forget(time.GetUtcNow(), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; the next node, or the next start, sweeps.
        }
#pragma warning disable CA1031 // a sweep that failed is done by the next one
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure);
        }
    }

    [LoggerMessage(5101, LogLevel.Warning, "What is past its time could not be forgotten; the next sweep tries again")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
