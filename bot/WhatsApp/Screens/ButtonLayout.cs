using System.Collections.Immutable;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation.Engine;
using static ChatChannels.Bot.WhatsApp.Screens.Bubble;

namespace ChatChannels.Bot.WhatsApp.Screens;

/// <summary>Few and short choices as buttons; where there is room beside them, keys too.</summary>
internal static class ButtonLayout
{
    /// <summary>The messages, or null where buttons cannot hold every choice.</summary>
    public static ImmutableArray<Bubble>? Of(Prompt prompt)
    {
        if (prompt.Options.Length > Buttons.Most || !AreShortAndDistinct(prompt.Options))
            return null;
        var touched = prompt.Options;
        foreach (var key in prompt.Keys.Where(_ => touched.Length < Buttons.Most))
            touched = AreShortAndDistinct([.. touched, key]) ? touched.Add(key) : touched;
        if (touched.IsEmpty)
            return null;
        ImmutableArray<Choice> choices = [.. touched.Select(option => new Choice(Heard.Button(prompt.Turn, option.Key), TitleOf(option)))];
        return Bodies.Cut(prompt, [.. prompt.Keys.Except(touched)], Buttons.LongestBody, (body, footer) => new Buttons(body, footer, choices));
    }

    private static bool AreShortAndDistinct(ImmutableArray<Option> options) =>
        options.All(option => TitleOf(option).Length is > 0 and <= Buttons.LongestTitle)
        && options.DistinctBy(TitleOf, StringComparer.OrdinalIgnoreCase).Count() == options.Length;

    private static string TitleOf(Option option) => option.Label.Trim();
}
