using ChatChannels.Conversation.Answers;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>A fund as read, before it is known to be sound.</summary>
internal sealed record FundDraft
{
    public required FundId Id { get; init; }

    public required LoadedParts Parts { get; init; }

    public required ServiceContract Contract { get; init; }

    public required ImmutableArray<FlowDraft> Flows { get; init; }

    public required Node.Scalar Country { get; init; }

    public required Node.Scalar TimeZone { get; init; }

    public required ImmutableArray<Node.Scalar> ServiceCodes { get; init; }

    public required ImmutableArray<Node.Scalar> Menu { get; init; }

    public ImmutableArray<Operator> Operators { get; init; } = [];

    public ImmutableDictionary<string, AnswerSettings> Policies { get; init; } = ImmutableDictionary<string, AnswerSettings>.Empty;

    public FundLook Look { get; init; } = FundLook.Plain;

    public AgentDesk? Agents { get; init; }

    /// <summary>The newest version of a flow, or null.</summary>
    public FlowDraft? Newest(string name) => Flows
        .Where(flow => string.Equals(flow.Name, name, StringComparison.Ordinal))
        .MaxBy(flow => flow.Version);
}
