using ChatChannels.Conversation.StateMachines;
using Builder = ChatChannels.Conversation.StateMachines.StateMachineBuilder<string, string, int, string>;
using static ChatChannels.Tests.Conversation.StateMachines.Filing;

namespace ChatChannels.Tests.Conversation.StateMachines;

public sealed class MachineAnalysisTests
{
    [Fact]
    public void Analysis_SoundMachine_FindsOnlyItsEnds()
    {
        Assert.Empty(Machine.Graph.Unreachable());
        Assert.Empty(Machine.Graph.DeadEnds(Stage.Paid, Stage.Refused));
        Assert.Equal([Stage.Refused, Stage.Paid], Machine.Graph.WithoutExit());
    }

    [Fact]
    public void Unreachable_IslandAndItsSuperstate_AreFound() =>
        Assert.Equal(
            ["island", "sea", "beach"],
            Graph(machine =>
            {
                machine.Configure("a").Permit("go", "b");
                machine.Configure("island").SubstateOf("sea").Permit("swim", "beach");
                machine.Configure("beach").Permit("swim", "island");
            }).Unreachable());

    [Fact]
    public void Unreachable_OnlyBySuperstatesTransition_IsReached() =>
        Assert.Empty(Graph(machine =>
        {
            machine.Configure("a").SubstateOf("super");
            machine.Configure("super").Permit("go", "b");
        }).Unreachable());

    [Fact]
    public void Unreachable_SubstateDecidesOtherwise_HidesTheSuperstatesTransition() =>
        Assert.Equal(["hidden"], Graph(machine =>
        {
            machine.Configure("a").SubstateOf("super").Permit("go", "b");
            machine.Configure("super").Permit("go", "hidden");
        }).Unreachable());

    [Fact]
    public void DeadEnds_CircleWithoutFinal_IsFound() =>
        Assert.Equal(["x", "y"], Graph(machine =>
        {
            machine.Configure("a").Permit("go", "done").Permit("stray", "x");
            machine.Configure("x").Permit("on", "y");
            machine.Configure("y").Permit("on", "x");
        }).DeadEnds("done"));

    [Fact]
    public void DeadEnds_FinalSuperstate_CountsItsSubstates() =>
        Assert.Empty(Graph(machine =>
        {
            machine.Configure("a").Permit("go", "done");
            machine.Configure("done").SubstateOf("over");
        }).DeadEnds("over"));

    [Fact]
    public void WithoutExit_OnlyReentry_IsNoExit() =>
        Assert.Equal(["b"], Graph(machine =>
        {
            machine.Configure("a").Permit("go", "b");
            machine.Configure("b").PermitReentry("again");
        }).WithoutExit());

    [Fact]
    public void WithoutExit_ExitOfTheSuperstate_IsInherited() =>
        Assert.Equal(["c"], Graph(machine =>
        {
            machine.Configure("a").Permit("go", "b");
            machine.Configure("b").SubstateOf("super");
            machine.Configure("super").Permit("leave", "c");
        }).WithoutExit());

    [Fact]
    public void WithoutExit_SuperstateThatOnlyGroups_IsNotAState() =>
        Assert.Equal(["b"], Graph(machine =>
        {
            machine.Configure("a").Permit("go", "b").SubstateOf("super");
            machine.Configure("b").SubstateOf("super");
        }).WithoutExit());

    private static MachineGraph<string, string> Graph(Action<Builder> declare) =>
        StateMachine<string, string, int, string>.Declare("a", declare).Graph;
}
