namespace ChatChannels.Services.Cases;

/// <summary>What came of trying to open a case. A closed family.</summary>
public abstract record CaseOpening
{
    private CaseOpening()
    {
    }

    /// <summary>The right number and code.</summary>
    public sealed record Opened(Case Case) : CaseOpening;

    /// <summary>No such case, or not its code: the person is not told which.</summary>
    public sealed record Wrong : CaseOpening;

    /// <summary>Too many tries today; nothing was compared.</summary>
    public sealed record Locked : CaseOpening;
}
