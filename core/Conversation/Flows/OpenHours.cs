namespace ChatChannels.Conversation.Flows;

/// <summary>From when until when on one day, in the fund's time; the end no longer belongs to it.</summary>
public sealed record OpenHours(TimeOnly From, TimeOnly Until);
