using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.HandOvers;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.HandOvers;
using ChatChannels.Tests.Bot.DirectLine;
using ChatChannels.Tests.Bot.WhatsApp;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Runtime.HandOvers;

/// <summary>What a person in a chat meets when they ask for an agent, beside what the scripts show.</summary>
public sealed class HandOverTests
{
    private static readonly FundId Fund = new("cnps-cm");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(29, "Un agent va vous répondre ici. Personnes avant vous : 29.")]
    [InlineData(30, "Trop de personnes attendent un agent en ce moment.")]
    public async Task Ask_SoManyWait_IsToldThePlaceOrOfferedACallBack(int waiting, string told)
    {
        await using var service = (await ChatLine.Service()).WithAgent();
        await Crowd(service, waiting);
        var line = await ChatLine.Started(service);
        await line.Say("97");

        await line.Say("1");

        Assert.StartsWith(told, await Last(line), StringComparison.Ordinal);
        Assert.Equal(waiting < 30 ? Life.AwaitingAgent : Life.OfferedCallBack, service.Store.Last!.Life);
    }

    [Fact]
    public async Task Write_WhileWaiting_TellsThePlaceOfNowOnce()
    {
        await using var service = (await ChatLine.Service()).WithAgent();
        await Crowd(service, 2);
        var line = await ChatLine.Started(service);
        await line.Say("97");
        await line.Say("1");
        Assert.Contains("avant vous : 2.", await Last(line), StringComparison.Ordinal);
        var desk = service.Services.GetRequiredService<IHandOvers>();
        await Keep(service, HandOverLife.Move((await desk.Find(Fund, "0", Stop))!, HandOverTrigger.Leave, ChatLine.Now)!);

        await line.Say("bonjour");
        Assert.Contains("avant vous : 1.", await Last(line), StringComparison.Ordinal);
        var heard = (await line.All()).Count;
        await line.Say("toujours là");

        Assert.Equal(heard + 1, (await line.All()).Count); // only what the person said
    }

    [Fact]
    public async Task Help_OnAKeypad_OffersNoAgent()
    {
        await using var service = (await ChatLine.Service()).WithAgent();
        var line = new Line(service.Http);
        await line.Hop("");
        await line.Type("1");

        Assert.DoesNotContain("agent", await line.Type("97"), StringComparison.Ordinal);
        await line.Type("1");
        Assert.Equal(Life.AtMenu, service.Store.Last!.Life);
    }

    [Fact]
    public async Task Say_OnWhatsAppADayAfterThePersonWrote_IsRefusedAndSendsNothing()
    {
        await using var service = (await ReplayHost.Start(Scene.Now)).WithAgent();
        var meta = new Meta(service);
        await meta.Say("Bonjour");
        await meta.Say("1");
        await meta.Say("97");
        await meta.Say("1");
        var desk = service.Services.GetRequiredService<IHandOverDesk>();
        var waiting = Assert.Single(await desk.Open(Fund, Stop));
        Assert.Equal(DeskAnswer.Done, await desk.Take(waiting, "ada"));
        Assert.Single(await meta.Shown());

        service.Clock.Pass(TimeSpan.FromHours(23));
        Assert.Equal(DeskAnswer.Done, await desk.Say(waiting, "ada", "1", "Toujours là ?"));
        Assert.Single(await meta.Shown());
        service.Clock.Pass(TimeSpan.FromHours(1));

        Assert.Equal(DeskAnswer.Refused, await desk.Say(waiting, "ada", "2", "Encore là ?"));
        Assert.Empty(await meta.Shown());
    }

    /// <summary>Others who wait, since before the person came.</summary>
    private static async Task Crowd(ReplayHost service, int count)
    {
        foreach (var n in Enumerable.Range(0, count).Select(n => FormattableString.Invariant($"{n}")))
        {
            var asked = new HandOver
            {
                Id = n,
                Session = new SessionKey(Fund, Channel.Web, n),
                Address = new Address(Channel.Web, n),
                Way = "",
                Language = Language.French,
                AskedAt = ChatLine.Now.AddMinutes(-1),
                Due = ChatLine.Now.AddMinutes(9),
            };
            await Keep(service, HandOverLife.Move(asked, HandOverTrigger.Ask, ChatLine.Now)!);
        }
    }

    private static async Task Keep(ReplayHost service, HandOver handOver) => Assert.Equal(
        CommitResult.Committed, await service.Services.GetRequiredService<IStore>().Commit(new Unit(null, [new Change.KeepHandOver(handOver)]), Stop));

    private static async Task<string> Last(ChatLine line) =>
        (string)(await line.All()).Last(activity => (string?)activity["from"]!["role"] is "bot")["text"]!;
}
