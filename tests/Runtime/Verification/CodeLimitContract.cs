using ChatChannels.Conversation;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

/// <summary>How often codes may be had and failed on every store, and that no limit is a weapon or tells who is known.</summary>
public abstract class CodeLimitContract(StorageKind kind) : CodeTest(kind)
{
    [Fact]
    public async Task Send_SixthOfADay_LeavesNothingAndSaysTheSame()
    {
        var desk = Desk();
        var member = desk.Member(1);
        for (var i = 0; i < 5; i++)
            Assert.Single((await Send(desk, member, i)).Messages);

        var sixth = await Send(desk, member, 5);

        Assert.Equal("sent", sixth.Exit);
        Assert.Empty(sixth.Messages);
        Clock.Pass(TimeSpan.FromDays(1));
        Assert.Single((await Send(desk, member, 5)).Messages);
    }

    [Theory]
    [InlineData("per-line")]
    [InlineData("per-prefix")]
    [InlineData("per-fund")]
    [InlineData("sms-per-day")]
    public async Task Send_BeyondALimitThatIsTold_IsLimitedForKnownAndUnknown(string limit)
    {
        var desk = Desk((limit, 4)); // half at once
        Assert.Equal("sent", (await Send(desk, desk.Member(1))).Exit);
        Assert.Equal("sent", (await Send(desk, desk.Member(2))).Exit);

        var known = await Send(desk, desk.Member(3));
        var unknown = await desk.Send(desk.Request(Stranger(desk), Located("")), Stop);

        Assert.Equal(("limited", "limited"), (known.Exit, unknown.Exit));
        Assert.Empty(known.Messages);
        Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal("sent", (await Send(desk, desk.Member(3))).Exit);
    }

    [Fact]
    public async Task Send_UnknownPersons_TakeNothingOfTheSmsBudget()
    {
        var desk = Desk(("sms-per-day", 1));
        for (var i = 0; i < 5; i++)
            Assert.Equal("sent", (await desk.Send(desk.Request(Stranger(desk, i), Located("")), Stop)).Exit);

        Assert.Single((await Send(desk, desk.Member(1), 9)).Messages);
    }

    [Fact]
    public async Task Send_ManyAtOnce_NeverExceedTheBudget()
    {
        var desk = Desk(("sms-per-day", 40), ("per-prefix", 10_000)); // half at once
        var members = Enumerable.Range(0, 100).Select(desk.Member).ToList();

        var sent = await Task.WhenAll(members.Select((member, n) => Send(desk, member, n)));

        Assert.Equal(20, sent.Sum(code => code.Messages.Length));
        Assert.Equal(80, sent.Count(code => code.Exit is "limited"));
    }

    [Fact]
    public async Task Check_TenFailuresOfALine_LockItForTheDay()
    {
        var desk = Desk(("per-line", 20));
        var sent = new List<SentCode>();
        for (var i = 0; i < 4; i++)
            sent.Add(await Send(desk, desk.Member(i)));
        for (var i = 0; i < 10; i++)
            Assert.NotEqual("locked", await Try(desk, sent[i / 3], Wrong(sent[i / 3])), StringComparer.Ordinal);
        var compared = desk.Secrets.Asked;

        Assert.Equal("locked", await Try(desk, sent[3], CodeOf(sent[3])));

        Assert.Equal(compared, desk.Secrets.Asked);
        Assert.Equal("right", await Try(desk, sent[3], CodeOf(sent[3]), 1));
        Clock.Pass(TimeSpan.FromDays(1));
        var next = await Send(desk, desk.Member(5));
        Assert.Equal("right", await Try(desk, next, CodeOf(next)));
    }

    [Fact]
    public async Task Check_RightCode_GivesTheLineItsTryBack()
    {
        var desk = Desk(("per-line", 50));
        for (var i = 0; i < 12; i++)
        {
            var sent = await Send(desk, desk.Member(i));
            Assert.Equal("right", await Try(desk, sent, CodeOf(sent)));
        }
    }

    [Fact]
    public async Task Check_TenFailuresAgainstAPerson_ComparesNoneOfTheirCodesAndTellsNobody()
    {
        var desk = Desk(("per-day", 20));
        var member = desk.Member(1);
        for (var i = 0; i < 4; i++)
            await Burn(desk, member, i);
        var sent = await Send(desk, member, 9);
        var compared = desk.Secrets.Asked;

        Assert.Equal("wrong", await Try(desk, sent, CodeOf(sent), 9));

        Assert.Equal(compared, desk.Secrets.Asked);
        Clock.Pass(TimeSpan.FromDays(1));
        var next = await Send(desk, member, 9);
        Assert.Equal("right", await Try(desk, next, CodeOf(next), 9));
    }

    [Fact]
    public async Task Check_HundredFailuresInARow_LeaveOnlyTheBranchToOtherLines()
    {
        var desk = Desk(("failures-ever", 7));
        var member = desk.Member(1);
        await Burn(desk, member, 0);
        Clock.Pass(TimeSpan.FromDays(1));
        await Burn(desk, member, 1);
        Clock.Pass(TimeSpan.FromDays(1));
        var sent = await Send(desk, member, 2);
        Assert.Equal("wrong", await Try(desk, sent, Wrong(sent), 2));

        Assert.Equal("wrong", await Try(desk, sent, CodeOf(sent), 2));

        Clock.Pass(TimeSpan.FromDays(30));
        var later = await Send(desk, member, 3);
        Assert.Equal("wrong", await Try(desk, later, CodeOf(later), 3));
        Assert.Equal("possessed", (await desk.Send(desk.Request(member.Phone!, Located(member)), Stop)).Exit);
    }

    [Fact]
    public async Task Check_RightCode_ForgetsTheFailuresBefore()
    {
        var desk = Desk(("failures-ever", 7), ("per-day", 20));
        var member = desk.Member(1);
        for (var day = 0; day < 5; day++)
        {
            await Burn(desk, member, day);
            var sent = await Send(desk, member, day);
            Assert.Equal("right", await Try(desk, sent, CodeOf(sent), day));
            Clock.Pass(TimeSpan.FromDays(1));
        }
    }

    [Theory]
    [InlineData(Proof.Possessed)]
    [InlineData(Proof.None)]
    public async Task OwnLine_StrangersBurnedEverything_IsProvenAllTheSame(Proof gateway)
    {
        var desk = Desk();
        var member = desk.Member(1);
        for (var day = 0; day < 30; day++)
        {
            for (var line = 0; line < 7; line++)
                await Burn(desk, member, (day * 10) + line);
            Clock.Pass(TimeSpan.FromDays(1));
        }

        var own = desk.Request(member.Phone!, Located(member)) with { Address = new Address(Channel.Ussd, member.Phone!, gateway) };
        var sent = await desk.Send(own, Stop);

        if (gateway is Proof.Possessed)
            Assert.Equal("possessed", sent.Exit);
        else
            Assert.Equal("right", (await desk.Check(own with { Answers = sent.Answers }, CodeOf(sent), Stop)).Outcome.Exit);
    }
}
