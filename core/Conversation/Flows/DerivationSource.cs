namespace ChatChannels.Conversation.Flows;

/// <summary>Where a derived answer comes from. A closed family.</summary>
public abstract record DerivationSource
{
    private DerivationSource()
    {
    }

    /// <summary>A fixed canonical value.</summary>
    public sealed record Literal(string Value) : DerivationSource;

    /// <summary>Another answer, by name.</summary>
    public sealed record Answer(string Name) : DerivationSource;

    /// <summary>The number the person calls from, E.164.</summary>
    public sealed record Caller : DerivationSource;
}
