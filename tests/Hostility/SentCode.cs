using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Services.Messages;

namespace ChatChannels.Hostility;

/// <summary>What came of asking for a code.</summary>
/// <param name="Answers">Those of the session afterwards.</param>
/// <param name="Messages">Those that can leave.</param>
public sealed record SentCode(string Exit, AnswerSheet Answers, ImmutableArray<Message> Messages)
{
    public override string ToString() => $"SentCode {{ {Exit}, {Messages.Length} }}";
}
