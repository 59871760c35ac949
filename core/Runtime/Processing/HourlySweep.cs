using ChatChannels.Runtime.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Processing;

/// <summary>
/// Forgets, every hour, what is past its time: codes and links a day after they expired, the counts of days gone by, what came in too
/// long ago to come again, what was handed over too long ago to be reported on, dialogues and hand-overs that have long been over,
/// and documents that no case took.
/// </summary>
public sealed partial class HourlySweep(Storehouse store, TimeProvider time, ILogger<HourlySweep> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    /// <summary>A day of the fund's may be another than UTC's.</summary>
    private const int DaysKept = 2;

    /// <summary>Messaging platforms send again for seven days at most.</summary>
    private const int InboxDaysKept = 9;

    /// <summary>A chat is taken up again within a day; what a person filed is in the case.</summary>
    private const int DialogueDaysKept = 2;

    /// <summary>As Direct Line keeps files, and as long as a session may be resumed that a document was sent in.</summary>
    private const int FileDaysKept = 1;

    /// <summary>Carriers keep what they could not deliver for thirty days at most, and report then.</summary>
    private const int DispatchDaysKept = 31;

    /// <summary>So long the next agent can look up what another said; what a person filed is in the case.</summary>
    private const int HandOverDaysKept = 30;

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
            var now = time.GetUtcNow();
            await store.Challenges.Sweep(now.AddDays(-1), DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DaysKept), stoppingToken);
            await store.Inbox.Sweep(now.AddDays(-InboxDaysKept), stoppingToken);
            await store.Dispatches.Sweep(now.AddDays(-DispatchDaysKept), stoppingToken);
            await store.HandOvers.Sweep(now.AddDays(-HandOverDaysKept), stoppingToken);
            await store.Dialogues.Sweep(now.AddDays(-DialogueDaysKept), now.AddDays(-FileDaysKept), stoppingToken);
            await store.Documents.Sweep(now.AddDays(-FileDaysKept), now.AddDays(-1), stoppingToken);
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
