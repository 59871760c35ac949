using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Ids;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Verification;

namespace ChatChannels.Tests.Runtime.Verification;

/// <summary>A code texted from the phone on file proves possession, on every store.</summary>
public abstract class ReverseProofContract(StorageKind kind) : CodeTest(kind)
{
    [Theory]
    [InlineData("{0}")]
    [InlineData("CODE {0} merci")]
    [InlineData(" {0}.")]
    public async Task Check_TextedFromThePhoneOnFile_ProvesOnce(string text)
    {
        var desk = Desk();
        var member = desk.Member(1);
        var started = await Start(desk, member.Number);
        Assert.Equal("waiting", (await Check(desk, started)).Outcome.Exit);

        Assert.True(await Text(desk, member.Phone!, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, started[StartReverseProofAction.Code])));

        var right = await Check(desk, started);
        Assert.Equal("right", right.Outcome.Exit);
        Assert.True(ProofAnswers.IsProven(started.WithAll(right.Outcome.Values)));
        Assert.Equal(CommitResult.Committed, await Node.Store.Commit(new Unit(null, right.Changes), Stop));
        Assert.Equal("spent", (await Check(desk, started)).Outcome.Exit);
        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(new Unit(null, right.Changes), Stop));
    }

    [Fact]
    public async Task Check_TextedFromElsewhere_WaitsAsForAnUnknownPerson()
    {
        var desk = Desk();
        var known = await Start(desk, desk.Member(1).Number);
        var unknown = await Start(desk, "");

        Assert.True(await Text(desk, Stranger(desk), known[StartReverseProofAction.Code]!));
        Assert.True(await Text(desk, Stranger(desk), unknown[StartReverseProofAction.Code]!));

        Assert.Equal(("waiting", "waiting"), ((await Check(desk, known)).Outcome.Exit, (await Check(desk, unknown)).Outcome.Exit));
    }

    [Fact]
    public async Task Check_SenderNotProvenByTheGateway_Waits()
    {
        var desk = Desk();
        var member = desk.Member(1);
        var started = await Start(desk, member.Number);

        Assert.False(await Texted().Take(desk.Fund.Id, new Address(Channel.Sms, member.Phone!), started[StartReverseProofAction.Code]!, Stop));

        Assert.Equal("waiting", (await Check(desk, started)).Outcome.Exit);
    }

    [Fact]
    public async Task Check_FromAChangedLine_Waits()
    {
        var desk = Desk();
        var member = desk.Member(1) with { PhoneSince = Today };
        desk.Register.Add(member);
        var started = await Start(desk, member.Number);

        await Text(desk, member.Phone!, started[StartReverseProofAction.Code]!);

        Assert.Equal("waiting", (await Check(desk, started)).Outcome.Exit);
    }

    [Fact]
    public async Task Check_AfterItsTime_IsSpent()
    {
        var desk = Desk();
        var member = desk.Member(1);
        var started = await Start(desk, member.Number);
        await Text(desk, member.Phone!, started[StartReverseProofAction.Code]!);

        Clock.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal("spent", (await Check(desk, started)).Outcome.Exit);
        Assert.False(await Text(desk, member.Phone!, started[StartReverseProofAction.Code]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("no digits")]
    [InlineData("00000000")]
    public async Task Take_TextThatNobodyWaitsFor_IsNone(string text) => Assert.False(await Text(Desk(), "+237650000001", text));

    [Fact]
    public async Task Start_TooOften_IsLimited()
    {
        var desk = Desk(("per-line", 4)); // half at once
        await Start(desk, "");
        await Start(desk, "");

        var third = await Begin().Perform(desk.Request(Stranger(desk), AnswerSheet.None), Stop);

        Assert.Equal("limited", third.Outcome.Exit);
    }

    private TextedCode Texted() => new(Node.ReverseProofs, Clock);

    private Task<bool> Text(CodeDesk desk, string from, string text) =>
        Texted().Take(desk.Fund.Id, new Address(Channel.Sms, from, Proof.Possessed), text, Stop);

    private StartReverseProofAction Begin() => new(Node.Allowances, new RandomIds());

    private async Task<AnswerSheet> Start(CodeDesk desk, string member)
    {
        var answers = Located(member);
        var result = await Begin().Perform(desk.Request(Stranger(desk), answers), Stop);
        Assert.Equal("started", result.Outcome.Exit);
        Assert.Equal(CommitResult.Committed, await Node.Store.Commit(new Unit(null, result.Changes), Stop));
        return answers.WithAll(result.Outcome.Values);
    }

    private Task<ActionResult> Check(CodeDesk desk, AnswerSheet answers) =>
        new CheckReverseProofAction(new AddressesOnFile(desk.Register, desk.Lines), Node.ReverseProofs).Perform(desk.Request(Stranger(desk), answers), Stop);
}
