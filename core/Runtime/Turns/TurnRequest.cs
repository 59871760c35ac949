using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Actions;

namespace ChatChannels.Runtime.Turns;

/// <summary>A request that an adapter has authenticated.</summary>
public sealed record TurnRequest
{
    public required SessionKey Key { get; init; }

    public required Fund Fund { get; init; }

    public required Address Address { get; init; }

    /// <summary>The network behind an address that anybody gets anew for nothing; null where the line itself is what is limited.</summary>
    public NetworkOrigin? Network { get; init; }

    /// <summary>Reads the request against the session as it stands and its last request; null before the first.</summary>
    public required Func<StoredSession?, Reading> Read { get; init; }

    /// <summary>
    /// The channel's own id of what came in, where it may come again for days and always in this session: kept with the reply in place of
    /// what the reading says. Null where the reading tells a copy.
    /// </summary>
    public string? Once { get; init; }

    /// <summary>
    /// How often a message is tried whose turn fails. After the last it is set aside: kept as taken, and the person told with a
    /// reference, so that nothing waits behind it. Null where the trouble is the reply (USSD), or nobody sent a message.
    /// </summary>
    public int? Tries { get; init; }

    /// <summary>How the channel speaks to the person without having been asked, in words of its own that it reads back later; null where it cannot.</summary>
    public Func<string>? Way { get; init; }

    /// <summary>
    /// What the channel writes in the unit of the turn, given the reply: what it will send, or what a client will fetch. The reply is
    /// empty where the bot is silent.
    /// </summary>
    public Func<string, ImmutableArray<Change>>? Along { get; init; }

    public required IScreens Screens { get; init; }

    /// <summary>The fund's languages that the channel can show.</summary>
    public required ImmutableArray<Language> CanShow { get; init; }
}
