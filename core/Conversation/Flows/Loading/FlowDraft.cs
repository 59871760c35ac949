namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>A flow as read, before it is known to be sound.</summary>
internal sealed record FlowDraft
{
    public required string Name { get; init; }

    public required string File { get; init; }

    /// <summary>Where the flow begins in its file.</summary>
    public required int Line { get; init; }

    public int Version { get; init; }

    public int VersionLine { get; init; }

    public string Start { get; init; } = "";

    public int StartLine { get; init; }

    public required bool Sensitive { get; init; }

    public required ImmutableArray<string> ProveBy { get; init; }

    public required int ProveByLine { get; init; }

    public required ImmutableArray<string> Covers { get; init; }

    public required ImmutableArray<State> States { get; init; }

    public required ImmutableArray<Arrow> Arrows { get; init; }

    public required ImmutableArray<CarryOver> CarryOvers { get; init; }

    public required ImmutableDictionary<string, State> ByName { get; init; }

    public IEnumerable<Arrow> From(string state) => Arrows.Where(way => string.Equals(way.From, state, StringComparison.Ordinal));

    public Defect Defect(string kind, int line, string message) => new(kind, File, line, message);
}
