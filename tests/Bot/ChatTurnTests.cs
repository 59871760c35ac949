using ChatChannels.Bot.Chat;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot;

/// <summary>Turns of a chat, on the real runner and store: what a channel without a dial tone and with buttons that stay needs.</summary>
public sealed class ChatTurnTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    private ReplayHost _service = null!;
    private int _messages;

    private Session Session => _service.Store.Last!;

    public async ValueTask InitializeAsync() => _service = await ReplayHost.Start(Morning);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task FirstWords_WhateverTheySay_OpenTheConversation()
    {
        await Say("Bonjour, je voudrais mon numéro");

        Assert.Equal(Life.ChoosingLanguage, Session.Life);
    }

    [Fact]
    public async Task FirstWords_WithTheLanguageOfTheChannel_OpenTheMenuInIt()
    {
        await Take(new Heard("مرحبا"), "hello", Language.Arabic);

        Assert.Equal((Life.AtMenu, Language.Arabic), (Session.Life, Session.Language));
    }

    [Fact]
    public async Task Copy_OfAnyEarlierMessage_ChangesNothingAndSendsNothing()
    {
        await Take(new Heard("Bonjour"), "first", Language.French);
        await Take(new Heard("1"), "second", Language.French);
        var (turns, version) = (_service.Store.Sessions.Count, Session.Version);
        _service.Store.TakeChanges();

        Assert.NotNull(await Take(new Heard("Bonjour"), "first", Language.French));
        Assert.NotNull(await Take(new Heard("1"), "second", Language.French));

        Assert.Equal((turns, version), (_service.Store.Sessions.Count, Session.Version));
        Assert.Empty(_service.Store.TakeChanges());
    }

    [Fact]
    public async Task Turn_OfAChannelThatSendsByItself_CommitsWhatItSendsAndWhatCameInTogether()
    {
        await Say("Bonjour");

        var changes = _service.Store.TakeChanges();
        Assert.Single(changes.OfType<Change.TakeIn>());
        Assert.Contains(changes.OfType<Change.Record>(), record => record.Fact.Fact is "sent");
    }

    [Fact]
    public async Task Button_OfAnEarlierScreen_ShowsThePresentOneAgain()
    {
        await Take(new Heard("Bonjour"), "first", Language.French);
        var menu = Session.Version;
        await Take(new Heard("1", menu), "second", Language.French);
        var standing = Session.Frames;

        await Take(new Heard("2", menu), "third", Language.French);

        Assert.Equal(standing, Session.Frames);
        await Take(new Heard("0", Session.Version), "fourth", Language.French);
        Assert.NotEqual(standing, Session.Frames);
    }

    [Fact]
    public async Task Words_AfterTheConversationWasLeftForLong_OpenItAnew()
    {
        await Take(new Heard("Bonjour"), "first", Language.French);
        await Take(new Heard("1"), "second", Language.French);
        var version = Session.Version;

        _service.Clock.Pass(SessionLimits.Lifetime + TimeSpan.FromMinutes(1));
        await Take(new Heard("1"), "third", Language.French);

        Assert.Equal(Life.AtMenu, Session.Life);
        Assert.Equal(version + 1, Session.Version);
    }

    [Fact]
    public async Task Help_InAChat_SpeaksOfButtons()
    {
        await Take(new Heard("Bonjour"), "first", Language.French);

        Assert.Contains("Touchez un bouton", await Take(new Heard(Keys.Help), "second", Language.French), StringComparison.Ordinal);
    }

    private Task<string?> Say(string text) => Take(new Heard(text), $"m{_messages++}", null);

    private Task<string?> Take(Heard heard, string id, Language? known)
    {
        var fund = _service.Services.GetRequiredService<FundDirectory>().Find(new FundId("cnss-ma"))!;
        var address = new Address(Channel.Web, "c1");
        return _service.Services.GetRequiredService<ChatTurns>().Take(new TurnRequest
        {
            Key = new SessionKey(fund.Id, Channel.Web, "c1"),
            Fund = fund,
            Address = address,
            Read = stored => ChatReading.Of(stored, heard, id, known, _service.Clock.GetUtcNow()),
            Once = id,
            Along = _ => [new Change.Record(new AuditFact(fund.Id, "sent", id, address, Morning))],
            Screens = new PlainScreens(),
            CanShow = fund.Languages,
        });
    }

    private sealed class PlainScreens : IScreens
    {
        public Screen Render(Prompt prompt) => new(prompt.Text, 0, 1);
    }
}
