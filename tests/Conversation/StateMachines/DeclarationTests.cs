using ChatChannels.Conversation.StateMachines;
using Builder = ChatChannels.Conversation.StateMachines.StateMachineBuilder<string, string, int, string>;

namespace ChatChannels.Tests.Conversation.StateMachines;

public sealed class DeclarationTests
{
    [Fact]
    public void Declare_GuardedAfterUnguarded_IsAContradiction() =>
        Assert.Equal(
            ["a: go is permitted again after it was permitted without a guard: the later one is never reached"],
            Contradictions(machine => machine.Configure("a").Permit("go", "b").PermitIf("go", "c", _ => true, "ever")));

    [Fact]
    public void Declare_UnguardedTwice_IsAContradiction() =>
        Assert.Equal(
            ["a: go is permitted again after it was permitted without a guard: the later one is never reached"],
            Contradictions(machine => machine.Configure("a").Permit("go", "b").PermitReentry("go")));

    [Fact]
    public void Declare_SameGuardTwice_IsAContradiction() =>
        Assert.Equal(
            ["a: go has the guard 'ever' twice: the later one is never reached"],
            Contradictions(machine => machine.Configure("a").PermitIf("go", "b", _ => true, "ever").PermitIf("go", "c", _ => true, "ever")));

    [Fact]
    public void Declare_PermitToItself_AsksForPermitReentry() =>
        Assert.Equal(
            ["a: go leads back to the same state: that is PermitReentry"],
            Contradictions(machine => machine.Configure("a").Permit("go", "a")));

    [Fact]
    public void Declare_TwoSuperstates_IsAContradiction() =>
        Assert.Equal(
            ["a: is a substate of both one and other"],
            Contradictions(machine => machine.Configure("a").SubstateOf("one").SubstateOf("other")));

    [Fact]
    public void Declare_CircleOfSuperstates_NamesEachStateInIt() =>
        Assert.Equal(
            ["b: is a substate of itself", "c: is a substate of itself"],
            Contradictions(machine =>
            {
                machine.Configure("a").SubstateOf("b");
                machine.Configure("b").SubstateOf("c");
                machine.Configure("c").SubstateOf("b");
            }));

    [Fact]
    public void Declare_SeveralContradictions_NamesThemAll() =>
        Assert.Equal(
            ["a: go leads back to the same state: that is PermitReentry", "b: is a substate of itself"],
            Contradictions(machine =>
            {
                machine.Configure("a").Permit("go", "a");
                machine.Configure("b").SubstateOf("b");
            }));

    [Fact]
    public void Declare_GuardWithoutWords_Throws() =>
        Assert.Throws<ArgumentException>(() => Declare(machine => machine.Configure("a").PermitIf("go", "b", _ => true, " ")));

    [Fact]
    public void Declare_StateConfiguredTwice_AddsUp()
    {
        var machine = Declare(builder =>
        {
            builder.Configure("a").Permit("go", "b").SubstateOf("super");
            builder.Configure("a").Permit("stop", "c").SubstateOf("super");
        });

        Assert.Equal(["go", "stop"], machine.PermittedTriggers("a", 0));
    }

    [Fact]
    public void Declare_SubstateDecidesWhatTheSuperstatePermits_IsNoContradiction()
    {
        var machine = Declare(builder =>
        {
            builder.Configure("a").SubstateOf("super").Permit("go", "b");
            builder.Configure("super").Permit("go", "c");
        });

        Assert.Equal("b", Assert.IsType<Firing<string, string, string>.Moved>(machine.Fire("a", "go", 0)).Transition.To);
    }

    [Fact]
    public void Declare_BuilderKeptForLater_CannotChangeTheMachine()
    {
        Builder? kept = null;
        var machine = Declare(builder => (kept = builder).Configure("a").Permit("go", "b"));

        kept!.Configure("a").Permit("stop", "b").OnExit((_, _) => ["late"]);

        Assert.Equal(["go"], machine.PermittedTriggers("a", 0));
        Assert.Equal(new Firing<string, string, string>.Moved(new("a", "b", "go"), []), machine.Fire("a", "go", 0));
    }

    private static StateMachine<string, string, int, string> Declare(Action<Builder> declare) =>
        StateMachine<string, string, int, string>.Declare("a", declare);

    private static string[] Contradictions(Action<Builder> declare)
    {
        var lines = Assert.Throws<InvalidOperationException>(() => Declare(declare)).Message.Split("\n- ");
        Assert.Equal("The state machine contradicts itself:", lines[0]);
        return lines[1..];
    }
}
