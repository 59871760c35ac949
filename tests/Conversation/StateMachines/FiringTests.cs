using ChatChannels.Conversation.StateMachines;
using static ChatChannels.Tests.Conversation.StateMachines.Filing;

namespace ChatChannels.Tests.Conversation.StateMachines;

public sealed class FiringTests
{
    private static readonly StateMachine<string, string, int, string> Quiet =
        StateMachine<string, string, int, string>.Declare("a", machine =>
            machine.Configure("a").PermitIf("go", "b", number => number > 0, "more than none"));

    [Fact]
    public void Fire_Permitted_ReturnsTheTransition()
    {
        var moved = Assert.IsType<Firing<Stage, Act, string>.Moved>(Fire(Stage.AtDoctor, Act.Decide, Small));

        Assert.Equal(new Transition<Stage, Act>(Stage.AtDoctor, Stage.Paid, Act.Decide), moved.Transition);
    }

    [Fact]
    public void Fire_TwoGuardsHold_TakesTheFirstDeclared() =>
        Assert.Equal(Stage.Refused, Goes(Stage.Checked, Act.Decide, Large));

    [Fact]
    public void Fire_FirstGuardSaysNo_TakesTheSecond() =>
        Assert.Equal(Stage.AtDoctor, Goes(Stage.Checked, Act.Decide, new(6_000, HasPapers: true)));

    [Fact]
    public void Fire_EveryGuardSaysNo_TakesTheUnguardedDefault() =>
        Assert.Equal(Stage.Paid, Goes(Stage.Checked, Act.Decide, Small));

    [Fact]
    public void Fire_GuardsSayNoWithoutDefault_NamesTheGuards() =>
        Assert.Equal(["all papers are in"], Refusal(Stage.Draft, Act.Submit, Empty));

    [Fact]
    public void Fire_NotPermitted_NamesNoGuards() =>
        Assert.Empty(Refusal(Stage.Draft, Act.Withdraw, Small));

    [Fact]
    public void Fire_StateThatPermitsNothing_Refuses() =>
        Assert.Empty(Refusal(Stage.Paid, Act.Decide, Small));

    [Fact]
    public void Fire_PermittedInSuperstate_MovesFromTheSubstate()
    {
        var moved = Assert.IsType<Firing<Stage, Act, string>.Moved>(Fire(Stage.AtDoctor, Act.Withdraw, Small));

        Assert.Equal(new Transition<Stage, Act>(Stage.AtDoctor, Stage.Refused, Act.Withdraw), moved.Transition);
    }

    [Fact]
    public void Fire_ReentryInherited_ReentersTheSubstate() =>
        Assert.Equal(Stage.AtDoctor, Goes(Stage.AtDoctor, Act.Remind, Small));

    [Fact]
    public void Fire_UnknownState_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Machine.Fire((Stage)99, Act.Submit, Small));

    [Theory]
    [InlineData(true, true, "inner")]
    [InlineData(false, true, "outer")]
    [InlineData(false, false, null)]
    public void Fire_SubstateGuardSaysNo_AsksTheSuperstate(bool inner, bool outer, string? expected)
    {
        var machine = StateMachine<string, string, (bool Inner, bool Outer), string>.Declare("a", builder =>
        {
            builder.Configure("a").SubstateOf("super").PermitIf("go", "inner", guards => guards.Inner, "inner holds");
            builder.Configure("super").PermitIf("go", "outer", guards => guards.Outer, "outer holds");
        });

        var firing = machine.Fire("a", "go", (inner, outer));

        Assert.Equal(expected, (firing as Firing<string, string, string>.Moved)?.Transition.To);
        if (expected is null)
            Assert.Equal(["inner holds", "outer holds"], Assert.IsType<Firing<string, string, string>.Refused>(firing).Guards);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fire_ReentryGuarded_FollowsTheGuard(bool holds)
    {
        var machine = StateMachine<string, string, bool, string>.Declare("a", builder =>
            builder.Configure("a").PermitReentryIf("again", context => context, "it may").OnEntry((_, _) => ["in"]).OnExit((_, _) => ["out"]));

        Firing<string, string, string> expected = holds
            ? new Firing<string, string, string>.Moved(new("a", "a", "again"), ["out", "in"])
            : new Firing<string, string, string>.Refused(["it may"]);
        Assert.Equal(expected, machine.Fire("a", "again", holds));
    }

    [Fact]
    public void Fire_MoveWithoutEffectsOrRefusal_AllocatesNothing()
    {
        FireBoth();
        var before = GC.GetAllocatedBytesForCurrentThread();
        FireBoth();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void FireBoth()
        {
            Quiet.Fire("a", "go", 1);
            Quiet.Fire("a", "go", 0);
        }
    }

    [Fact]
    public void CanFire_GuardedTrigger_FollowsTheGuard()
    {
        Assert.True(Machine.CanFire(Stage.Draft, Act.Submit, Small));
        Assert.False(Machine.CanFire(Stage.Draft, Act.Submit, Empty));
        Assert.False(Machine.CanFire(Stage.Draft, Act.Decide, Small));
    }

    [Fact]
    public void PermittedTriggers_Substate_OwnInDeclaredOrderThenInherited()
    {
        Assert.Equal([Act.Forward, Act.Decide, Act.Withdraw, Act.Remind], Machine.PermittedTriggers(Stage.Checked, Small));
        Assert.Empty(Machine.PermittedTriggers(Stage.Draft, Empty));
    }

    [Fact]
    public void IsIn_Superstate_HoldsForItsSubstatesAndItself()
    {
        Assert.True(Machine.IsIn(Stage.Checked, Stage.UnderStudy));
        Assert.True(Machine.IsIn(Stage.UnderStudy, Stage.UnderStudy));
        Assert.False(Machine.IsIn(Stage.UnderStudy, Stage.Checked));
        Assert.False(Machine.IsIn(Stage.Paid, Stage.UnderStudy));
    }
}
