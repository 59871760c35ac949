namespace ChatChannels.Services.Links;

/// <summary>What a link to a page leads to: it works once, and not for ever. Only who holds the link can read it. Personal.</summary>
public abstract record Link
{
    public required DateTimeOffset Expires { get; init; }

    public bool IsUsed { get; init; }

    /// <summary>Whether the link still works.</summary>
    public bool IsLive(DateTimeOffset now) => !IsUsed && now < Expires;
}
