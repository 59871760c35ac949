using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.HandOvers;

/// <summary>Goes round, every quarter of a minute, over those whom no agent answered. What one node leaves the next finds: it is in the store.</summary>
public sealed partial class HandOverWatch(HandOverRound round, TimeProvider time, ILogger<HandOverWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Pass(stoppingToken);
            await Task.Delay(Pace, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Pass(CancellationToken stoppingToken)
    {
        try
        {
            await round.Pass(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; the next node, or the next start, goes round.
        }
#pragma warning disable CA1031 // a round that failed is done by the next one
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure);
        }
    }

    [LoggerMessage(5201, LogLevel.Warning, "Those whom no agent answered could not be told; the next round tries again")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
