namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>How an audit chain can be broken.</summary>
public enum AuditBreak
{
    /// <summary>The fact is not what was written there: edited, or moved from another place.</summary>
    Altered,

    /// <summary>The fact is gone, and later ones are there.</summary>
    Missing,

    /// <summary>The last facts are gone.</summary>
    Truncated,

    /// <summary>The record of how many facts there are was altered, or is gone.</summary>
    HeadAltered,
}
