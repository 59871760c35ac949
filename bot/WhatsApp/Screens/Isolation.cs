using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Bot.WhatsApp.Screens;

/// <summary>A prompt of a right-to-left language whose numbers keep their order.</summary>
internal static class Isolation
{
    public static Prompt Of(Prompt prompt) => prompt with
    {
        Notice = prompt.Notice is { } notice ? Bidi.IsolateNumbers(notice) : null,
        Hint = prompt.Hint is { } hint ? Bidi.IsolateNumbers(hint) : null,
        Text = Bidi.IsolateNumbers(prompt.Text),
        Options = Of(prompt.Options),
        Keys = Of(prompt.Keys),
    };

    private static ImmutableArray<Option> Of(ImmutableArray<Option> options) =>
        [.. options.Select(option => option with { Label = Bidi.IsolateNumbers(option.Label) })];
}
