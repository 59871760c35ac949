using ChatChannels.Conversation.Answers;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>A fund as read, before it is known to be sound.</summary>
internal sealed record FundDraft
{
    public required FundId Id { get; init; }

    public required LoadedParts Parts { get; init; }

    public required ServiceContract Contract { get; init; }

    public required ImmutableArray<FlowDraft> Flows { get; init; }

    public string Country { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public ImmutableArray<Located> ServiceCodes { get; init; } = [];

    public ImmutableArray<Located> Menu { get; init; } = [];

    public ImmutableArray<Operator> Operators { get; init; } = [];

    public ImmutableDictionary<string, AnswerSettings> Policies { get; init; } = ImmutableDictionary<string, AnswerSettings>.Empty;

    /// <summary>The newest version of a flow, or null.</summary>
    public FlowDraft? Newest(string name) => Flows
        .Where(flow => string.Equals(flow.Name, name, StringComparison.Ordinal))
        .MaxBy(flow => flow.Version);

    /// <summary>A plain value and the line it stands on.</summary>
    internal readonly record struct Located(string Text, int Line);
}
