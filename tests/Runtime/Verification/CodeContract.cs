using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Verification;

namespace ChatChannels.Tests.Runtime.Verification;

/// <summary>What a code is worth on every store: once, to whom it was sent, for what it was sent, for a while.</summary>
public abstract class CodeContract(StorageKind kind) : CodeTest(kind)
{
    [Fact]
    public async Task Check_RightCode_ProvesTheMemberOnce()
    {
        var desk = Desk();
        var member = desk.Member(1);
        var sent = await Send(desk, member);
        var message = Assert.Single(sent.Messages);
        Assert.Equal(("sent", Channel.Sms, member.Phone), (sent.Exit, message.Channel, message.To));

        var right = await desk.Check(desk.Request(Stranger(desk), sent.Answers), CodeOf(sent), Stop);

        Assert.Equal("right", right.Outcome.Exit);
        Assert.True(ProofAnswers.IsProven(sent.Answers.WithAll(right.Outcome.Values)));
        Assert.Equal("spent", await Try(desk, sent, CodeOf(sent)));
    }

    [Fact]
    public async Task Check_ThreeWrong_IsSpentForTheRightOneToo()
    {
        var desk = Desk();
        var sent = await Send(desk, desk.Member(1));

        Assert.Equal("wrong", await Try(desk, sent, Wrong(sent)));
        Assert.Equal("wrong", await Try(desk, sent, Wrong(sent)));
        Assert.Equal("spent", await Try(desk, sent, Wrong(sent)));
        Assert.Equal("spent", await Try(desk, sent, CodeOf(sent)));
    }

    [Theory]
    [InlineData(0, 599, "right")]
    [InlineData(0, 600, "spent")]
    [InlineData(60, 3599, "right")]
    [InlineData(60, 3600, "spent")]
    public async Task Check_AtTheEndOfItsTime_IsRightUntilThen(int minutes, int seconds, string exit)
    {
        var desk = minutes is 0 ? Desk() : Desk(("minutes", minutes));
        var sent = await Send(desk, desk.Member(1));

        Clock.Pass(TimeSpan.FromSeconds(seconds));

        Assert.Equal(exit, await Try(desk, sent, CodeOf(sent)));
    }

    [Fact]
    public async Task Check_AnotherPersonLocatedMeanwhile_IsWrong()
    {
        var desk = Desk();
        var sent = await Send(desk, desk.Member(1));
        var other = sent with { Answers = sent.Answers.With(ProofAnswers.Member, desk.Member(2).Number) };

        Assert.Equal("wrong", await Try(desk, other, CodeOf(sent)));
        Assert.Equal("right", await Try(desk, sent, CodeOf(sent)));
    }

    [Fact]
    public async Task Check_CodeOfAnotherChallenge_IsWrong()
    {
        var desk = Desk();
        var (first, second) = (await Send(desk, desk.Member(1)), await Send(desk, desk.Member(1)));

        Assert.Equal("wrong", await Try(desk, first, CodeOf(second)));
        Assert.Equal("right", await Try(desk, second, CodeOf(second)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task Check_UnknownChallenge_IsSpent(string challenge)
    {
        var desk = Desk();
        var answers = Located(desk.Member(1)).With(ProofAnswers.Challenge, challenge);

        var result = await desk.Check(desk.Request(Stranger(desk), answers), "12345678", Stop);

        Assert.Equal("spent", result.Outcome.Exit);
    }

    [Fact]
    public async Task Send_Both_IsTheSameCodeByTwoWays()
    {
        var desk = Desk();
        var member = desk.Member(1);

        var sent = await desk.Send(desk.Request(Stranger(desk), Located(member), ("by", "both")), Stop);

        Assert.Equal([(Channel.Sms, member.Phone), (Channel.Email, member.Email)], sent.Messages.Select(m => (m.Channel, (string?)m.To)));
        Assert.Equal(CodeOf(sent), CodeDesk.CodeIn(sent.Messages[1]));
        Assert.Equal("right", await Try(desk, sent, CodeOf(sent)));
    }

    [Theory]
    [InlineData(CodeTarget.EmailGiven, "email", "aline@exemple.example", ProofAnswers.EmailProven)]
    [InlineData(CodeTarget.PhoneGiven, "phone", "+237650999999", ProofAnswers.PhoneProven)]
    public async Task Check_CodeToAGivenAddress_ProvesTheAddressAlone(string to, string answer, string address, string proof)
    {
        var desk = Desk();
        var answers = Located(desk.Member(1)).With(answer, address);
        var sent = await desk.Send(desk.Request(Stranger(desk), answers, ("to", to), ("by", answer is "email" ? "email" : "sms")), Stop);
        Assert.Equal(address, Assert.Single(sent.Messages).To);

        Assert.Equal("wrong", await Try(desk, sent, CodeOf(sent)));
        var right = await desk.Check(desk.Request(Stranger(desk), sent.Answers, ("to", to)), CodeOf(sent), Stop);

        var proven = sent.Answers.WithAll(right.Outcome.Values);
        Assert.Equal(("right", address), (right.Outcome.Exit, proven[proof]));
        Assert.False(ProofAnswers.IsProven(proven));
    }

    [Theory]
    [InlineData("+33612345678")]
    [InlineData("+22890000001")]
    [InlineData("+237222200001")]
    [InlineData("not a number")]
    public async Task Send_NoMobileOfTheCountry_LeavesNothing(string phone)
    {
        var desk = Desk();
        var member = desk.Member(1) with { Phone = phone };
        desk.Register.Add(member);

        var onFile = await Send(desk, member);
        var given = await desk.Send(desk.Request(Stranger(desk), AnswerSheet.None.With("phone", phone), ("to", CodeTarget.PhoneGiven)), Stop);

        Assert.Equal(("sent", "sent"), (onFile.Exit, given.Exit));
        Assert.Empty(onFile.Messages.Concat(given.Messages));
    }

    [Fact]
    public async Task Send_UnknownPerson_WritesTheSameAndNothingLeaves()
    {
        var desk = Desk();
        var known = await Send(desk, desk.Member(1));
        var afterKnown = await Rows();

        var unknown = await desk.Send(desk.Request(Stranger(desk, 1), Located("")), Stop);

        Assert.Equal(known.Exit, unknown.Exit);
        Assert.Equal(known.Answers.Values.Keys, unknown.Answers.Values.Keys, StringComparer.Ordinal);
        Assert.Empty(unknown.Messages);
        Assert.Equal(afterKnown.Select(count => count * 2), await Rows());
        Assert.Single(await Node.Outbox.Take(Clock.GetUtcNow(), TimeSpan.FromMinutes(1), 9, Stop));
    }

    [Fact]
    public async Task Sweep_DayAfter_KeepsOnlyWhatCounts()
    {
        var desk = Desk();
        await Burn(desk, desk.Member(1), 0);

        Assert.Equal(0, await Node.Challenges.Sweep(Clock.GetUtcNow(), Today, Stop));
        Assert.Equal(1, await Node.Challenges.Sweep(Clock.GetUtcNow().AddDays(1), Today.AddDays(1), Stop));

        Assert.Equal((0, 1), (await Count("challenges"), await Count("tallies")));
    }

    private async Task<long[]> Rows() => [await Count("challenges"), await Count("outbox"), await Count("audit"), await Count("keys")];
}
