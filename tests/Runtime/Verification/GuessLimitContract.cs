using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;
using ChatChannels.Services.Recovery;

namespace ChatChannels.Tests.Runtime.Verification;

/// <summary>Facts about people are guessed only so often, silently; right ones cost nothing (promise 14).</summary>
public abstract class GuessLimitContract(StorageKind kind) : CodeTest(kind)
{
    [Fact]
    public async Task Confirm_FiveWrongFactsAgainstAPerson_FindNobodyAnyMoreAndLeaveByTheSameExit()
    {
        var (desk, member) = With(("rib-end", "4242"));
        var line = desk.Request(Stranger(desk), Located(member));
        for (var i = 0; i < 5; i++)
            Assert.Equal("", await Confirm(desk, line, "0000"));

        Assert.Equal("", await Confirm(desk, line, "4242"));
        Assert.Equal(member.Number, await Confirm(desk, desk.Request(Stranger(desk, 1), Located(member)), "4242"));
        Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(member.Number, await Confirm(desk, desk.Request(Stranger(desk), Located(member)), "4242"));
    }

    [Fact]
    public async Task Confirm_RightFacts_CostNothing()
    {
        var (desk, member) = With(("rib-end", "4242"));
        for (var i = 0; i < 20; i++)
            Assert.Equal(member.Number, await Confirm(desk, desk.Request(Stranger(desk), Located(member)), "4242"));
    }

    [Fact]
    public async Task Confirm_FreshConversationsOfOneAddress_GuessFiveTimes()
    {
        var (desk, member) = With(("rib-end", "4242"));
        for (var i = 0; i < 5; i++)
            Assert.Equal("", await Confirm(desk, OnTheWeb(desk, member, 1, $"a-{i}"), "0000"));

        Assert.Equal("", await Confirm(desk, OnTheWeb(desk, member, 1, "b"), "4242"));
        Assert.Equal(member.Number, await Confirm(desk, OnTheWeb(desk, member, 2, "c"), "4242"));
    }

    [Fact]
    public async Task Confirm_ManyPersonsByOneLine_FindNobodyAfterTen()
    {
        var (desk, member) = With(("rib-end", "4242"));
        for (var i = 0; i < 10; i++)
            await Confirm(desk, desk.Request(Stranger(desk), Located(desk.Member(100 + i))), "0000");

        Assert.Equal("", await Confirm(desk, desk.Request(Stranger(desk), Located(member)), "4242"));
    }

    [Fact]
    public async Task Locate_KnownAndUnknown_WriteTheSame()
    {
        var (desk, _) = With(("id-number", "AB1"));
        var known = await Locate(desk, 1, "AB1");
        var after = await Count("tallies");
        var unknown = await Locate(desk, 2, "AB2");

        Assert.NotEmpty(known.Outcome.Values[ProofAnswers.Member]);
        Assert.Equal("", unknown.Outcome.Values[ProofAnswers.Member]);
        Assert.Equal(known.Changes.Select(change => change.GetType()), unknown.Changes.Select(change => change.GetType()));
        Assert.Equal(after * 2, await Count("tallies"));
    }

    [Fact]
    public async Task Locate_TenWrongTriesOfALine_FindNobodyAnyMore()
    {
        var (desk, _) = With(("id-number", "AB1"));
        for (var i = 0; i < 10; i++)
            await Locate(desk, 1, $"CD{i}");

        Assert.Equal("", (await Locate(desk, 1, "AB1")).Outcome.Values[ProofAnswers.Member]);
        Assert.NotEmpty((await Locate(desk, 2, "AB1")).Outcome.Values[ProofAnswers.Member]);
    }

    private static ActionRequest OnTheWeb(CodeDesk desk, MemberRecord member, ulong network, string conversation) =>
        desk.Request(conversation, Located(member)) with { Address = new Address(Channel.Web, conversation), Network = new NetworkOrigin(network) };

    private (CodeDesk Desk, MemberRecord Member) With((string Name, string Value) fact)
    {
        var desk = Desk();
        var member = desk.Member(1);
        desk.Register.Know(member.Number, fact.Name, fact.Value);
        return (desk, member);
    }

    private async Task<string> Confirm(CodeDesk desk, ActionRequest request, string said)
    {
        var asked = request with { Answers = request.Answers.With("rib-end", said), With = ActionSettings.None.With("fact", "rib-end") };
        var result = await new ConfirmFactAction(desk.Register, Node.Allowances).Perform(asked, Stop);
        await Commit(new Unit(null, result.Changes));
        return result.Outcome.Values[ProofAnswers.Member];
    }

    private async Task<ActionResult> Locate(CodeDesk desk, int line, string number)
    {
        var asked = desk.Request(Stranger(desk, line), AnswerSheet.None.With("id-number", number), ("by", "id-number"));
        var result = await new LocateAction(desk.Register, Node.Allowances).Perform(asked, Stop);
        await Commit(new Unit(null, result.Changes));
        return result;
    }
}
