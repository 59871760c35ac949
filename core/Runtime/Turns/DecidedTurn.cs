using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Services;

namespace ChatChannels.Runtime.Turns;

/// <summary>A turn as decided, before it is committed.</summary>
/// <param name="Reply">What the channel sends; empty when the bot is silent, null when nobody is there any more (the line is lost).</param>
public sealed record DecidedTurn(Session Session, string? Reply, ImmutableArray<Change> Changes)
{
    public override string ToString() => $"DecidedTurn {{ {Session} }}";
}
