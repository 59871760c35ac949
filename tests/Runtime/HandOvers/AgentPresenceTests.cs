using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.HandOvers;
using ChatChannels.Tests.Bot.DirectLine;
using ChatChannels.Tests.Bot.WhatsApp;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Runtime.HandOvers;

/// <summary>Nobody is offered an agent, or promised one, while none is signed in.</summary>
public sealed class AgentPresenceTests
{
    private static readonly FundId Fund = new("cnps-cm");

    private int _said;

    [Theory]
    [InlineData("fr-FR", "Parler à un agent")]
    [InlineData("ar-MA", "التحدث إلى مستشار")]
    [InlineData("en", "Talk to an agent")]
    public async Task Help_InTheWebChat_OffersAnAgentOnlyWhileOneIsSignedIn(string locale, string offer)
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service, locale);

        Assert.DoesNotContain(offer, await Help(line), StringComparer.Ordinal);
        service.WithAgent();
        Assert.Contains(offer, await Help(line), StringComparer.Ordinal);
        service.WithoutAgent();
        Assert.DoesNotContain(offer, await Help(line), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Help_OnWhatsApp_OffersAnAgentOnlyWhileOneOfTheFundIsSignedIn()
    {
        await using var service = (await ReplayHost.Start(Scene.Now)).WithAgent("cnss-ma");
        var meta = new Meta(service);
        await meta.Say("Bonjour");
        await meta.Say("1");

        Assert.DoesNotContain("Parler à un agent", Assert.Single(await meta.Say("97")).ToJsonString(Relaxed), StringComparison.Ordinal);
        service.WithAgent();
        Assert.Contains("Parler à un agent", Assert.Single(await meta.Say("97")).ToJsonString(Relaxed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_TheAgentSignedOutMeanwhile_PromisesNobodyAndOffersACallBack()
    {
        await using var service = (await ChatLine.Service()).WithAgent();
        var line = await ChatLine.Started(service);
        await line.Say("97");
        service.WithoutAgent();
        await line.Say("1");

        Assert.Null(service.Store.Last!.Agent);
        Assert.DoesNotContain("Un agent va vous répondre", string.Join('\n', await Heard(line)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_TheAgentSignsOut_IsToldAndOfferedACallBack()
    {
        await using var service = (await ChatLine.Service()).WithAgent();
        var line = await ChatLine.Started(service);
        await line.Say("97");
        await line.Say("1");
        Assert.Equal(Life.AwaitingAgent, service.Store.Last!.Life);
        service.WithoutAgent();

        await line.Say("Êtes-vous là ?");

        Assert.Equal((Life.OfferedCallBack, null), (service.Store.Last!.Life, service.Store.Last.Agent));
        Assert.StartsWith("Aucun agent n’a pu vous répondre à temps.", (await Heard(line))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void SignIn_ThatIsNotRenewed_Lapses()
    {
        var time = new ReplayClock(ChatLine.Now);
        var agents = new SignedInAgents(time);
        agents.SignIn(Fund, "ada");
        time.Pass(SignedInAgents.Lease - TimeSpan.FromSeconds(1));
        Assert.True(agents.IsAnyoneIn(Fund));
        Assert.False(agents.IsAnyoneIn(new FundId("cnss-ma")));
        agents.SignIn(Fund, "ada");
        time.Pass(SignedInAgents.Lease - TimeSpan.FromSeconds(1));
        Assert.True(agents.IsAnyoneIn(Fund));

        time.Pass(TimeSpan.FromSeconds(1));

        Assert.False(agents.IsAnyoneIn(Fund));
    }

    [Fact]
    public void SignOut_OfOneOfTwo_LeavesTheOther()
    {
        var agents = new SignedInAgents(new ReplayClock(ChatLine.Now));
        agents.SignIn(Fund, "ada");
        agents.SignIn(Fund, "bea");

        agents.SignOut(Fund, "ada");
        Assert.True(agents.IsAnyoneIn(Fund));
        agents.SignOut(Fund, "bea");

        Assert.False(agents.IsAnyoneIn(Fund));
    }

    private static System.Text.Json.JsonSerializerOptions Relaxed { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<IReadOnlyList<string?>> Help(ChatLine line)
    {
        await line.Say("97", $"{_said++}");
        var shown = (await line.All())[^1];
        var buttons = shown["suggestedActions"]!["actions"]!.AsArray().Select(action => (string?)action!["title"]).ToList();
        await line.Say("0", $"{_said++}");
        return buttons;
    }

    private static async Task<IReadOnlyList<string>> Heard(ChatLine line) =>
        [.. (await line.All()).Where(activity => (string?)activity["from"]!["role"] is "bot").Select(activity => (string)activity["text"]!)];
}
