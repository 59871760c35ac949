using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>A proof ends with its call: what was left behind one is gone through again from where the person proves who they are.</summary>
public sealed class ProofRewindTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly Fund Fund = Funds.All.First(fund => fund.Id.Value is "cnss-ma");

    private static readonly AnswerSheet Person = AnswerSheet.None
        .With("id-type", "national-id").With("id-number", "AB123456").With("id-expiry", "2031-06-30").With("birth-date", "1990-12-25")
        .With("phone-choice", "this").With("phone", "+212612345678").With("operator", "inwi").Skipping("email").With("check", "send");

    [Fact]
    public void Dial_LeftBehindAProof_ProvesAnewAndKeepsWhatThePersonTyped()
    {
        var step = Say(Say(Dial(Left("desk", "rib-right", Proven.With("rib", "011519000001205000534921"))), "1"), "25/12/1990");

        var perform = Assert.Single(step.Effects.OfType<Effect.Perform>());
        Assert.Equal("send-code", perform.Action);
        Assert.Equal("recovery.identify identify.proof proof.send", string.Join(' ', step.Session.Frames.Select(frame => $"{frame.Flow}.{frame.State}")));
        Assert.Equal("123456789", perform.Answers["member"]);
        Assert.Equal("011519000001205000534921", perform.Answers["rib"]);
        Assert.Equal("AB123456", perform.Answers["id-number"]);
        Assert.All(["proven", "challenge", "registration-number", "names.fr", "standing", "send"], name => Assert.Null(perform.Answers[name]));
    }

    [Fact]
    public void Dial_LeftWhereTheCodeIsAsked_AsksForTheSameCode()
    {
        var session = Left("identify", "proof", Person.With("member", "123456789").With("challenge", "c1"));
        session = session with { Frames = session.Frames.Add(Standing("proof", "send", "code")) };

        var step = Say(Say(Dial(session), "1"), "25/12/1990");

        Assert.Empty(step.Effects.OfType<Effect.Perform>());
        Assert.Equal("code", step.Session.Top.State);
        Assert.Equal("c1", step.Session.Answers["challenge"]);
    }

    [Fact]
    public void Menu_LeftBehindAProofInTheSameCall_GoesOnWithoutAnother()
    {
        var session = Left("desk", "wish", Proven) with { Life = Life.InService };

        var step = Say(Say(Advance(session, new Input.Said("00")), "1"), "1");

        Assert.Equal("wish", step.Session.Top.State);
        Assert.True(ProofAnswers.IsProven(step.Session.Answers));
    }

    private static AnswerSheet Proven => Person
        .With("locate", "located").With("person", "located").With("member", "123456789").With("send", "sent").With("challenge", "c1").With("code", "12345678")
        .With("proven", "123456789").With("identify", "proven").With("standing", "with-account").With("registration-number", "123456789")
        .With("names.fr", "ESSAI Aline");

    private static Session Left(string flow, string state, AnswerSheet answers) => Fresh with
    {
        Life = Life.Dropped,
        Answers = answers,
        Frames = [Standing("recovery", "identify", flow is "desk" ? "desk" : "identify"), Standing(flow, Fund.Newest(flow).Start, state)],
    };

    private static Session Fresh => new()
    {
        Key = new SessionKey(Fund.Id, Channel.Ussd, "1"),
        Address = new Address(Channel.Ussd, "+212612345678"),
        Language = Language.French,
        StartedAt = Now,
        LastAt = Now,
    };

    private static Frame Standing(string flow, string entry, string state) => new(flow, Fund.Newest(flow).Version, entry, state);

    private static Step Dial(Session earlier) => Advance(Fresh, new Input.Dialled([], earlier, Language.French));

    private static Step Say(Step step, string typed) => Advance(step.Session, new Input.Said(typed));

    private static Step Advance(Session session, Input input) =>
        ConversationEngine.Advance(session, input, Fund, new Surroundings(Now, new DateOnly(2026, 3, 5), Fund.Languages));
}
