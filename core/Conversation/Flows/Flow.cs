using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Conversation.Flows;

/// <summary>The versioned definition of a service, or of a part that services call, as a state machine. Immutable once loaded.</summary>
public sealed record Flow
{
    /// <summary>The flow's name, in kebab-case; also the key of its texts.</summary>
    public required string Name { get; init; }

    /// <summary>From 1, rising with each published change. A session stays on the version it began with.</summary>
    public required int Version { get; init; }

    public required string Start { get; init; }

    /// <summary>The states in the order they are written.</summary>
    public required ImmutableArray<State> States { get; init; }

    /// <summary>The transitions: states and triggers by name, guarded by the answers.</summary>
    public required StateMachine<string, string, AnswerSheet, Effect> Machine { get; init; }

    /// <summary>The same transitions as the file declares them, with their conditions as data: what a proof over all answers tells apart.</summary>
    public ImmutableArray<Arrow> Arrows { get; init; } = [];

    /// <summary>Answers that, repeated, prove on a redial that the person is the same; the first one given counts.</summary>
    public ImmutableArray<string> ProveBy { get; init; } = [];

    /// <summary>Whether a direct dial must not open it.</summary>
    public bool Sensitive { get; init; }

    /// <summary>How sessions of earlier versions go on in this one.</summary>
    public ImmutableArray<CarryOver> CarryOvers { get; init; } = [];

    /// <summary>The specification items the flow as a whole fulfils.</summary>
    public ImmutableArray<string> Covers { get; init; } = [];

    /// <summary>The file it was read from, for messages.</summary>
    public required string File { get; init; }

    internal ImmutableDictionary<string, State> ByName { get; init; } = ImmutableDictionary<string, State>.Empty;

    public State this[string name] => ByName[name];

    public bool Has(string state) => ByName.ContainsKey(state);
}
