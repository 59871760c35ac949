using System.Globalization;
using ChatChannels.Bot.Activities;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Tests.Bot;

public sealed class ActivityScreensTests
{
    private readonly ActivityScreens _screens = new();

    [Fact]
    public void Render_ByManyAtOnce_GivesEachTheReplyToTheirOwnPrompt() => Parallel.For(0, 200_000, n =>
    {
        var text = n.ToString(CultureInfo.InvariantCulture);

        var reply = _screens.Render(Prompt(text)).Reply;

        Assert.Equal(text, _screens.ScreenOf(reply)!.Text);
        Assert.Equal(text, KeptScreen.Read(reply)!.Text);
    });

    [Fact]
    public void ScreenOf_ReplyThatWasKept_IsWhatWasDrawn()
    {
        var reply = _screens.Render(Prompt("first")).Reply;
        _screens.Render(Prompt("second"));

        Assert.Equal("first", _screens.ScreenOf(reply)!.Text);
        Assert.Null(_screens.ScreenOf(""));
    }

    private static Prompt Prompt(string text) =>
        new() { Language = Language.French, Text = text, More = new Option("", "", ""), Previous = new Option("", "", "") };
}
