namespace ChatChannels.Soak.Checks;

/// <summary>Which promise is broken.</summary>
internal enum FindingKind
{
    /// <summary>Something acknowledged is not there, or not as it was acknowledged.</summary>
    Lost,

    /// <summary>Something was done twice.</summary>
    Doubled,

    /// <summary>The store is not in order.</summary>
    Broken,

    /// <summary>What should have been done by now is not.</summary>
    Unfinished,

    /// <summary>The service ended, answered or stayed silent otherwise than it should.</summary>
    Misbehaved,
}
