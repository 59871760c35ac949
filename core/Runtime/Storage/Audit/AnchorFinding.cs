namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>What came of noting the audit in the anchor. A closed family.</summary>
public abstract record AnchorFinding
{
    private AnchorFinding()
    {
    }

    /// <summary>The audit goes on from where it was noted last.</summary>
    /// <param name="Count">How many facts there are.</param>
    /// <param name="Head">The last one's hash, in hexadecimal.</param>
    public sealed record GoesOn(long Count, string Head) : AnchorFinding;

    /// <summary>An operator restored a backup since; the anchor says so now.</summary>
    public sealed record Restored(long Count, string Head) : AnchorFinding;

    /// <summary>Facts that were there are gone, or are others, and no restore says why.</summary>
    /// <param name="Noted">How many facts there had been.</param>
    /// <param name="Count">How many there are.</param>
    public sealed record RolledBack(long Noted, long Count) : AnchorFinding;

    /// <summary>Another process notes it at this moment.</summary>
    public sealed record Busy : AnchorFinding;
}
