using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Services.Actions;

/// <summary>What a service action decided: how the flow goes on, and what is written in the transaction of the turn.</summary>
public sealed record ActionResult(Input.Outcome Outcome, ImmutableArray<Change> Changes)
{
    /// <summary>An exit without values or changes.</summary>
    public static ActionResult Exit(string exit) => new(new Input.Outcome(exit, ImmutableDictionary<string, string>.Empty), []);
}
