using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Runtime.Turns;

/// <summary>A request that an adapter has authenticated.</summary>
public sealed record TurnRequest
{
    public required SessionKey Key { get; init; }

    public required Fund Fund { get; init; }

    public required Address Address { get; init; }

    /// <summary>Reads the request against the last one of the session; null when there was none.</summary>
    public required Func<string?, Reading> Read { get; init; }

    public required IScreens Screens { get; init; }

    /// <summary>The fund's languages that the channel can show.</summary>
    public required ImmutableArray<Language> CanShow { get; init; }
}
