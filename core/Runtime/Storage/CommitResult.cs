namespace ChatChannels.Runtime.Storage;

/// <summary>What came of a commit.</summary>
public enum CommitResult
{
    /// <summary>Everything is on disk.</summary>
    Committed,

    /// <summary>Another turn moved the session on; nothing was written. Read again and decide again.</summary>
    Stale,

    /// <summary>A change lost against one made meanwhile (a number or identity taken, a case moved on); nothing was written. Decide again.</summary>
    Clash,
}
