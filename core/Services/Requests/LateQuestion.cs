using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Services.Requests;

/// <summary>A question that the register could not answer in time; asked again until it does, and answered by SMS. Personal.</summary>
public sealed record LateQuestion
{
    public required Guid Id { get; init; }

    public required FundId Fund { get; init; }

    /// <summary>What is wanted.</summary>
    public required LateTopic Topic { get; init; }

    /// <summary>The registration number where the person was located already; else empty, and <see cref="Facts"/> locate them.</summary>
    public string Member { get; init; } = "";

    /// <summary>The facts that locate the person.</summary>
    public required AnswerSheet Facts { get; init; }

    /// <summary>Where the person asked from.</summary>
    public required Address Caller { get; init; }

    public required Language Language { get; init; }

    /// <summary>What the person was told: 8 digits.</summary>
    public required string Reference { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>After this instant nobody waits for an answer any more.</summary>
    public required DateTimeOffset Expires { get; init; }

    public override string ToString() => $"LateQuestion {{ {Fund} {Topic} }}";
}
