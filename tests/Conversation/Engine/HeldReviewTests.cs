using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>Reading all of a review may take longer than a call lasts: the next one goes on at the page that was read last.</summary>
public sealed class HeldReviewTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Resume_AReviewLeftOnItsThirdPage_ShowsThatPage()
    {
        var left = AtReview with { Page = 2, Pages = 5, Answers = AnswerSheet.None };

        var resumed = Say(Dial(left), "1");

        Assert.Equal("review", resumed.Session.Top.State);
        Assert.Equal(2, resumed.Effects.OfType<Effect.Show>().Single().Prompt.Page);
    }

    private static Session AtReview => Fresh with
    {
        Life = Life.InService,
        Frames = [Standing("pre-registration", "check"), Standing("person-form", "review")],
    };

    private static Session Fresh => new()
    {
        Key = new SessionKey(Funds.Sample.Id, Channel.Ussd, "1"),
        Address = new Address(Channel.Ussd, "+237650000001", Proof.Possessed),
        Language = Language.French,
        StartedAt = Now,
        LastAt = Now,
    };

    private static Frame Standing(string flow, string state) => new(flow, Funds.Sample.Newest(flow).Version, state, state);

    private static Step Dial(Session earlier) => Advance(Fresh, new Input.Dialled([], earlier, Language.French));

    private static Step Say(Step step, string typed) => Advance(step.Session, new Input.Said(typed));

    private static Step Advance(Session session, Input input) =>
        ConversationEngine.Advance(session, input, Funds.Sample, new Surroundings(Now, new DateOnly(2026, 3, 5), Funds.Sample.Languages));
}
