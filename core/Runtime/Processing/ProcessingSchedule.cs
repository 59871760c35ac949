using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Processing;

/// <summary>Runs the processing at every full interval of the clock, for instance at :00, :15, :30 and :45.</summary>
public sealed partial class ProcessingSchedule(
    ProcessingRun run, IOptions<ProcessingOptions> options, TimeProvider time, ILogger<ProcessingSchedule> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(UntilNext(time.GetUtcNow(), options.Value.Every), time, stoppingToken);
            await Rounds.Once(run.Pass, failure => LogFailed(logger, failure), stoppingToken);
        }
    }

    /// <summary>From an instant to the next full interval since midnight UTC; never zero.</summary>
    internal static TimeSpan UntilNext(DateTimeOffset now, TimeSpan every) => every - TimeSpan.FromTicks(now.TimeOfDay.Ticks % every.Ticks);

    [LoggerMessage(1102, LogLevel.Error, "A processing run failed; the next one goes on")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
