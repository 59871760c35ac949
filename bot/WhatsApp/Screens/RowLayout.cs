using System.Collections.Immutable;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Text;
using static ChatChannels.Bot.WhatsApp.Screens.Bubble;

namespace ChatChannels.Bot.WhatsApp.Screens;

/// <summary>Choices as the rows of a list; more than a list holds over several, each with rows that lead to the next and the one before.</summary>
/// <param name="Page">The list that is shown, from 0.</param>
internal sealed record RowLayout(ImmutableArray<Bubble> Bubbles, int Page, int Pages)
{
    private const string Cut = "…";

    /// <summary>The messages, or null where rows cannot hold every choice.</summary>
    public static RowLayout? Of(Prompt prompt)
    {
        if (prompt.Options.IsEmpty || !prompt.Options.All(option => TextOf(option).Length is > 0 and <= Rows.LongestDescription))
            return null;
        var pages = PagesOf(prompt.Options);
        var page = Math.Clamp(prompt.Page, 0, pages.Length - 1);
        ImmutableArray<Option> rows =
        [
            .. pages[page],
            .. page < pages.Length - 1 ? [prompt.More] : ImmutableArray<Option>.Empty,
            .. page > 0 ? [prompt.Previous] : ImmutableArray<Option>.Empty,
        ];
        rows = [.. rows, .. prompt.Keys.Where(IsRow).Take(Rows.Most - rows.Length)];
        ImmutableArray<Choice> choices = [.. rows.Select(option => ChoiceOf(prompt, option))];
        var bubbles = Bodies.Cut(prompt, [.. prompt.Keys.Except(rows)], Rows.LongestBody, (body, footer) => new Rows(body, footer, prompt.Open, choices));
        return new RowLayout(bubbles, page, pages.Length);
    }

    /// <summary>As few lists as can be: one row of each but the last leads on, one of each but the first leads back.</summary>
    private static ImmutableArray<ImmutableArray<Option>> PagesOf(ImmutableArray<Option> options)
    {
        var pages = ImmutableArray.CreateBuilder<ImmutableArray<Option>>();
        for (var rest = options; rest.Length > 0;)
        {
            var room = Rows.Most - (pages.Count > 0 ? 1 : 0);
            var taken = rest.Length <= room ? rest.Length : room - 1;
            pages.Add(rest[..taken]);
            rest = rest[taken..];
        }

        return pages.ToImmutable();
    }

    private static bool IsRow(Option key) => TextOf(key).Length is > 0 and <= Rows.LongestTitle;

    /// <summary>Words too long for a title stand whole below it.</summary>
    private static Choice ChoiceOf(Prompt prompt, Option option)
    {
        var (id, text) = (Heard.Button(prompt.Turn, option.Key), TextOf(option));
        return text.Length <= Rows.LongestTitle
            ? new Choice(id, text)
            : new Choice(id, TextCutter.Take(text, part => part.Length < Rows.LongestTitle).Head + Cut, text);
    }

    private static string TextOf(Option option) => option.Label.Trim();
}
