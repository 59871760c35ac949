using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Services.HandOvers;

/// <summary>What a turn of the chat makes of its hand-over.</summary>
/// <param name="Turn">The version of the session with the turn.</param>
public sealed record HandOverStep(Effect.HandOver Effect, long Turn, DateTimeOffset Now)
{
    /// <summary>What is written; nothing where the hand-over was over already.</summary>
    public ImmutableArray<Change> Of(HandOver current)
    {
        if (HandOverLife.Move(current, Effect.Trigger, Now) is not { } moved)
            return [];
        var next = moved with { Agent = Effect.Agent ?? moved.Agent, Due = Effect.Due };
        var kept = new Change.KeepHandOver(next);
        return Effect.Words is { } words
            ? [kept, new Change.KeepWords(next, new HandOverWords(Turn, Effect.Trigger is HandOverTrigger.Say, words, Now))]
            : [kept];
    }
}
