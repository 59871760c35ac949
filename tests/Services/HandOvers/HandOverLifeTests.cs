using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.StateMachines;
using ChatChannels.Services;
using ChatChannels.Services.HandOvers;

namespace ChatChannels.Tests.Services.HandOvers;

public sealed class HandOverLifeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly HandOver Waiting = HandOverLife.Move(
        new HandOver
        {
            Id = "1",
            Session = new SessionKey(new FundId("fund-a"), Channel.Web, "c"),
            Address = new Address(Channel.Web, "c"),
            Way = "",
            Language = Language.French,
            AskedAt = Now,
            Due = Now,
        },
        HandOverTrigger.Ask,
        Now)!;

    [Fact]
    public void Machine_EveryState_IsReachedAndLeadsToAnEnd()
    {
        var graph = HandOverLife.Machine.Graph;

        Assert.Empty(graph.Unreachable());
        Assert.Equal([HandOverState.Returned, HandOverState.Left, HandOverState.Expired], graph.WithoutExit().Order());
        Assert.Empty(graph.DeadEnds(graph.WithoutExit()));
    }

    [Fact]
    public void Move_TakenAndReturned_TellsWhen()
    {
        var taken = HandOverLife.Move(Waiting, HandOverTrigger.Take, Now.AddMinutes(1))!;
        var returned = HandOverLife.Move(taken, HandOverTrigger.Return, Now.AddMinutes(2))!;

        Assert.Equal((HandOverState.Agent, 2L, Now.AddMinutes(1), null), (taken.State, taken.Version, taken.TakenAt, taken.EndedAt));
        Assert.Equal((HandOverState.Returned, 3L, Now.AddMinutes(2)), (returned.State, returned.Version, returned.EndedAt));
    }

    [Theory]
    [InlineData(HandOverTrigger.Say)]
    [InlineData(HandOverTrigger.Return)]
    [InlineData(HandOverTrigger.Ask)]
    public void Move_NotPermittedWhileWaiting_IsNone(HandOverTrigger trigger) => Assert.Null(HandOverLife.Move(Waiting, trigger, Now));

    [Fact]
    public void Move_Ended_IsOverForGood()
    {
        var left = HandOverLife.Move(Waiting, HandOverTrigger.Leave, Now)!;

        Assert.All(Enum.GetValues<HandOverTrigger>(), trigger => Assert.Null(HandOverLife.Move(left, trigger, Now)));
    }

    [Fact]
    public void Step_WithWords_KeepsThemUnderTheTurnAndWhoSaidThem()
    {
        var taken = HandOverLife.Move(Waiting, HandOverTrigger.Take, Now)!;
        var said = new Effect.HandOver(HandOverTrigger.Say, "1", Now.AddHours(1)) { Words = "Bonjour" };

        var changes = new HandOverStep(said, Turn: 7, Now).Of(taken);

        Assert.Equal(Now.AddHours(1), Assert.Single(changes.OfType<Change.KeepHandOver>()).HandOver.Due);
        Assert.Equal(new HandOverWords(7, IsAgents: true, "Bonjour", Now), Assert.Single(changes.OfType<Change.KeepWords>()).Words);
        Assert.Empty(new HandOverStep(said, 7, Now).Of(Waiting));
    }
}
