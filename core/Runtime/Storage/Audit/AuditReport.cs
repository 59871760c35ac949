namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>What a check of the audit chain found. A closed family.</summary>
public abstract record AuditReport
{
    private AuditReport()
    {
    }

    /// <summary>Every fact is as it was written.</summary>
    public sealed record Whole(long Facts) : AuditReport;

    /// <summary>The chain is broken.</summary>
    /// <param name="Seq">The first fact that is wrong, from 1.</param>
    public sealed record Broken(long Seq, AuditBreak Why) : AuditReport;
}
