namespace ChatChannels.Pages.Cases;

/// <summary>What came of a decision about a case.</summary>
internal enum Decided
{
    /// <summary>The data are validated, and messages say so (CNPS-17).</summary>
    Validated,

    /// <summary>The data are validated, and papers are still to come.</summary>
    Awaiting,

    /// <summary>The case is kept without being validated.</summary>
    Kept,

    /// <summary>The case is processed and does not change any more (CNPS-16).</summary>
    Frozen,

    /// <summary>The data are not those that were shown; nothing was written.</summary>
    Changed,
}
