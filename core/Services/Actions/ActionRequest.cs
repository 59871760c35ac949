using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Services.Actions;

/// <summary>What a service action is given.</summary>
public sealed record ActionRequest
{
    public required Fund Fund { get; init; }

    /// <summary>The flow that asks.</summary>
    public required string Service { get; init; }

    public required Address Address { get; init; }

    public required Language Language { get; init; }

    public required AnswerSheet Answers { get; init; }

    /// <summary>What the flow says under <c>with</c>.</summary>
    public ActionSettings With { get; init; } = ActionSettings.None;

    public required DateTimeOffset Now { get; init; }

    /// <summary>The date in the fund's time zone.</summary>
    public required DateOnly Today { get; init; }
}
