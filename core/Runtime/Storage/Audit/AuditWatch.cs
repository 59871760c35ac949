using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>Notes the audit in its anchor while the service runs, and in the log from time to time.</summary>
internal sealed class AuditWatch(Storehouse house, TimeProvider time, ILogger<Storehouse> log) : BackgroundService
{
    /// <summary>How far the anchor may be behind.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    /// <summary>How often the head goes to the log, which is most often kept on another machine.</summary>
    private static readonly TimeSpan LogPace = TimeSpan.FromHours(1);

    private DateTimeOffset _logged = DateTimeOffset.MinValue;

    /// <summary>Notes it once; what is wrong goes to the log.</summary>
    public static async Task<AnchorFinding?> Note(AuditAnchor anchor, DateTimeOffset now, ILogger log, CancellationToken cancellation)
    {
        try
        {
            var finding = await anchor.Note(now, cancellation);
            if (finding is AnchorFinding.RolledBack broken)
                StorageLog.RolledBack(log, broken.Noted, broken.Count, anchor.Path);
            else if (finding is AnchorFinding.Restored restored)
                StorageLog.RestoreNoted(log, restored.Count, restored.Head);
            return finding;
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            StorageLog.NotAnchored(log, anchor.Path, unwritten.Message);
            return null;
        }
    }

    /// <summary>Notes where the audit is at the end; by then nothing is written any more.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Rounds.Once(Round, failure => StorageLog.NotAnchored(log, house.Anchor.Path, failure.GetType().Name), cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.Keep(Round, Pace, time, failure => StorageLog.NotAnchored(log, house.Anchor.Path, failure.GetType().Name), stoppingToken);

    private async Task Round(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await Note(house.Anchor, now, log, cancellation) is AnchorFinding.GoesOn where && now - _logged >= LogPace)
        {
            _logged = now;
            StorageLog.Anchored(log, where.Count, where.Head);
        }
    }
}
