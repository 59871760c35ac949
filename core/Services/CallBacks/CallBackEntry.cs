using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Cases;

namespace ChatChannels.Services.CallBacks;

/// <summary>A call-back as staff see it. Personal.</summary>
/// <param name="Phone">The number to call, E.164: the line that asked, or what the person typed.</param>
/// <param name="IsTyped">Whether the number was only typed, so that whoever answers may know of nothing.</param>
/// <param name="About">Where the person was: the service and its state, or a word for the menu.</param>
public sealed record CallBackEntry(
    CaseNumber Reference, FundId Fund, DateTimeOffset AskedAt, string Phone, bool IsTyped, Language Language, string About)
{
    /// <summary>The entry of a call-back's case.</summary>
    public static CallBackEntry Of(Case asked)
    {
        var typed = asked.Answers[Effect.Perform.CallBackPhone];
        return new CallBackEntry(
            asked.Number,
            asked.Fund,
            asked.OpenedAt,
            typed ?? asked.Filer.Phone ?? "",
            typed is not null,
            asked.Language,
            asked.Answers[Effect.Perform.CallBackAbout] ?? "");
    }

    public override string ToString() => $"CallBackEntry {{ {Fund} {Reference.Digits} }}";
}
