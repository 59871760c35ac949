using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Services.Actions;

namespace ChatChannels.Services.Verification;

/// <summary>How a refused allowance is told.</summary>
public static class Limits
{
    /// <summary>The exit that tells how many minutes to wait.</summary>
    public static ActionResult Told(string exit, Allowed.Refused refused) =>
        new(new Input.Outcome(exit, ImmutableDictionary<string, string>.Empty.Add(Allowed.Refused.Answer, refused.Minutes)), []);
}
