using System.Collections.Immutable;
using System.Text.Json;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.Activities;

/// <summary>
/// A prompt as activities: one message with its choices as suggested actions, or as a card where they are many. The reply is a JSON
/// array, without what only the channel knows (ids, times, names).
/// </summary>
internal sealed class ActivityScreens : IScreens
{
    /// <summary>More would push the message off a phone's screen.</summary>
    private const int MostSuggested = 10;

    public Screen Render(Prompt prompt) =>
        new(JsonSerializer.Serialize([Message(prompt)], ActivityJson.Plain.IReadOnlyListActivity), Page: 0, Pages: 1);

    private static Activity Message(Prompt prompt)
    {
        var isLong = prompt.Options.Length > MostSuggested;
        var suggested = isLong ? prompt.Keys : [.. prompt.Options, .. prompt.Keys];
        return new Activity
        {
            Type = ActivityTypes.Message,
            From = new ChannelAccount(Role: ChannelAccount.Bot),
            Text = string.Join("\n\n", new[] { prompt.Notice, prompt.Hint, prompt.Text }.Where(part => !string.IsNullOrEmpty(part))),
            TextFormat = "plain",
            Locale = prompt.Language.Code,
            InputHint = prompt.Ends ? "acceptingInput" : "expectingInput",
            Attachments = isLong ? [Card(prompt)] : null,
            SuggestedActions = suggested.IsEmpty ? null : new SuggestedActions(Buttons(prompt, suggested)),
            ChannelData = JsonSerializer.SerializeToElement(
                new ScreenData(new ScreenFacts(prompt.Asks, prompt.Ends, prompt.Language.IsRightToLeft ? "rtl" : "ltr", prompt.Stays ? true : null)), ActivityJson.Plain.ScreenData),
        };
    }

    private static Attachment Card(Prompt prompt) => new(
        HeroCard.ContentType,
        JsonSerializer.SerializeToElement(new HeroCard(Buttons(prompt, prompt.Options)), ActivityJson.Plain.HeroCard));

    private static ImmutableArray<CardAction> Buttons(Prompt prompt, ImmutableArray<Option> options) =>
    [
        .. options.Select(option => new CardAction
        {
            Type = CardAction.MessageBack,
            Title = option.Label,
            DisplayText = option.Label,
            Text = option.Key,
            Value = JsonSerializer.SerializeToElement(new ButtonValue(Heard.Button(prompt.Turn, option.Key)), ActivityJson.Plain.ButtonValue),
        }),
    ];
}
