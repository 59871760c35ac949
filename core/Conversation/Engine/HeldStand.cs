using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Engine;

/// <summary>What an unfinished earlier session left behind, kept aside until the person has chosen to go on and proven to be the same.</summary>
public sealed record HeldStand(ImmutableArray<Frame> Frames, AnswerSheet Answers, Language Language, DateTimeOffset LastAt)
{
    public override string ToString() => "HeldStand { *** }";
}
