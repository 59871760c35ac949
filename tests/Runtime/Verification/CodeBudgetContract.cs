using ChatChannels.Conversation;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Verification;

namespace ChatChannels.Tests.Runtime.Verification;

/// <summary>
/// Budgets of codes are no weapon: one address takes a tenth of a fund's at most, and leaves callers on lines of their own, other
/// networks, other funds and the person whom it asks codes for alone (promises 12 and 16).
/// </summary>
public abstract class CodeBudgetContract(StorageKind kind) : CodeTest(kind)
{
    private static readonly NetworkOrigin Attacker = new(1);

    [Fact]
    public async Task OneAddress_FreshConversationsForADay_TakesATenthOfTheFundsCodesAtMost()
    {
        var desk = Desk(("sms-per-day", 300));
        var (sent, refused) = (0, 0);
        for (var i = 0; i < 480; i++) // one every three minutes, 24 hours long
        {
            var code = await desk.Send(OnTheWeb(desk, Attacker, $"conversation-{i}", desk.Member(i).Number), Stop);
            sent += code.Messages.Length;
            refused += code.Exit is "limited" ? 1 : 0;
            Clock.Pass(TimeSpan.FromMinutes(3));
        }

        Assert.InRange(sent, 15, 30);
        Assert.Equal(480 - sent, refused);
        Assert.Equal("sent", (await Send(desk, desk.Member(900))).Exit);
        Assert.Single((await desk.Send(OnTheWeb(desk, new NetworkOrigin(2), "another", desk.Member(901).Number), Stop)).Messages);
    }

    [Fact]
    public async Task AllAddressesTogether_SpendingWhatNetworksHave_LeaveLinesTheirCodes()
    {
        var desk = Desk(("sms-per-day", 100));
        for (var i = 0; i < 200; i++)
            await desk.Send(OnTheWeb(desk, new NetworkOrigin((ulong)(i + 10)), $"conversation-{i}", desk.Member(i).Number), Stop);

        var web = await desk.Send(OnTheWeb(desk, new NetworkOrigin(2), "another", desk.Member(900).Number), Stop);
        var line = await Send(desk, desk.Member(901));
        var own = await desk.Send(desk.Request(desk.Member(902).Phone!, Located(desk.Member(902))), Stop);

        Assert.Equal(("limited", "sent", "possessed"), (web.Exit, line.Exit, own.Exit));
        Assert.Single(line.Messages);
    }

    [Fact]
    public async Task Limited_TellsTheMinutes_AfterWhichOneMoreIsGranted()
    {
        var desk = Desk(("per-line", 10));
        for (var i = 0; i < 5; i++)
            Assert.Equal("sent", (await Send(desk, desk.Member(i))).Exit);

        var known = await Send(desk, desk.Member(7));
        var unknown = await desk.Send(desk.Request(Stranger(desk), Located("")), Stop);

        Assert.Equal(("limited", "288"), (known.Exit, known.Answers[Allowed.Refused.Answer]));
        Assert.Equal(("limited", "288"), (unknown.Exit, unknown.Answers[Allowed.Refused.Answer]));
        Clock.Pass(TimeSpan.FromMinutes(288));
        Assert.Equal("sent", (await Send(desk, desk.Member(7))).Exit);
        Assert.Equal("limited", (await Send(desk, desk.Member(7))).Exit);
    }

    [Fact]
    public async Task FreshConversationsOfOneAddress_ForOnePerson_LeaveCodesToOthers()
    {
        var desk = Desk();
        var member = desk.Member(1);
        var sent = 0;
        for (var i = 0; i < 20; i++)
            sent += (await desk.Send(OnTheWeb(desk, Attacker, $"conversation-{i}", member.Number), Stop)).Messages.Length;

        var elsewhere = await desk.Send(OnTheWeb(desk, new NetworkOrigin(2), "another", member.Number), Stop);
        var line = await Send(desk, member);

        Assert.Equal(3, sent);
        Assert.Single(elsewhere.Messages);
        Assert.Single(line.Messages);
    }

    [Fact]
    public async Task Funds_OfOneCountry_HaveBudgetsOfTheirOwn()
    {
        var desk = Desk(("sms-per-day", 2));
        var other = new CodeDesk(desk.Fund with { Id = new FundId("another") }, CodePorts.Of(Node, new KeyedSecrets(Node.Keys)), Clock);
        Assert.Equal("sent", (await Send(desk, desk.Member(1))).Exit);
        Assert.Equal("limited", (await Send(desk, desk.Member(2), 1)).Exit);

        Assert.Equal("sent", (await Send(other, other.Member(3), 2)).Exit);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    [InlineData(-1440)]
    [InlineData(1440)]
    public async Task Clock_Stepping_RefusesNobodyWhoHasSomethingLeft(int minutes)
    {
        var desk = Desk(("per-line", 10));
        Assert.Equal("sent", (await Send(desk, desk.Member(1))).Exit);
        Assert.Equal("sent", (await Send(desk, desk.Member(2))).Exit);

        Clock.Pass(TimeSpan.FromMinutes(minutes));

        Assert.Equal("sent", (await Send(desk, desk.Member(3))).Exit);
    }

    [Fact]
    public async Task UnknownPersons_OnTheWeb_CountAlikeAndWriteTheSame()
    {
        var desk = Desk(("sms-per-day", 40));
        var (known, unknown) = (new List<string>(), new List<string>());
        for (var i = 0; i < 4; i++)
        {
            known.Add((await desk.Send(OnTheWeb(desk, new NetworkOrigin(1), $"a-{i}", desk.Member(i).Number), Stop)).Exit);
            var before = await Count("tallies");
            unknown.Add((await desk.Send(OnTheWeb(desk, new NetworkOrigin(2), $"b-{i}", ""), Stop)).Exit);
            Assert.InRange(await Count("tallies") - before, 1, 5);
        }

        Assert.Equal(["sent", "sent", "limited", "limited"], known);
        Assert.Equal(known, unknown);
    }

    private static ActionRequest OnTheWeb(CodeDesk desk, NetworkOrigin network, string conversation, string member) =>
        desk.Request(conversation, Located(member)) with { Address = new Address(Channel.Web, conversation), Network = network };
}
