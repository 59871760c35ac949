using ChatChannels.Conversation.StateMachines;
using static ChatChannels.Tests.Conversation.StateMachines.Filing;

namespace ChatChannels.Tests.Conversation.StateMachines;

public sealed class FiringEffectsTests
{
    [Fact]
    public void Fire_IntoSubstateFromOutside_EntersTheSuperstateFirst() =>
        Assert.Equal(
            ["leave Draft", "open file of 1000", "check after Submit", "tell the person"],
            Effects(Stage.Draft, Act.Submit, Small));

    [Fact]
    public void Fire_BetweenSubstates_LeavesTheSuperstateAlone() =>
        Assert.Equal(["checked", "ask the doctor"], Effects(Stage.Checked, Act.Forward, Small));

    [Fact]
    public void Fire_OutOfSubstate_LeavesTheSuperstateLast() =>
        Assert.Equal(["checked", "close file"], Effects(Stage.Checked, Act.Withdraw, Small));

    [Fact]
    public void Fire_Reentry_RunsTheStatesOwnExitAndEntryOnly() =>
        Assert.Equal(["checked", "check after Remind", "tell the person"], Effects(Stage.Checked, Act.Remind, Small));

    [Fact]
    public void Fire_NothingDeclaredOnTheWay_HasNoEffects()
    {
        var machine = StateMachine<string, string, int, string>.Declare("a", builder => builder.Configure("a").Permit("go", "b"));

        Assert.Equal(new Firing<string, string, string>.Moved(new("a", "b", "go"), []), machine.Fire("a", "go", 0));
    }

    [Theory]
    [InlineData("inner", "up", "-inner")]
    [InlineData("outer", "down", "+middle +inner")]
    [InlineData("inner", "across", "-inner -middle +other")]
    [InlineData("inner", "out", "-inner -middle -outer +away")]
    [InlineData("away", "in", "-away +outer +middle +inner")]
    public void Fire_NestedStates_CrossesEachBorderOnce(string from, string trigger, string expected)
    {
        var machine = StateMachine<string, string, int, string>.Declare("away", builder =>
        {
            builder.Configure("inner").SubstateOf("middle").Permit("up", "middle").Permit("across", "other").Permit("out", "away");
            builder.Configure("middle").SubstateOf("outer");
            builder.Configure("other").SubstateOf("outer");
            builder.Configure("outer").Permit("down", "inner");
            builder.Configure("away").Permit("in", "inner");
            foreach (var state in (string[])["inner", "middle", "other", "outer", "away"])
                builder.Configure(state).OnEntry((_, _) => [$"+{state}"]).OnExit((_, _) => [$"-{state}"]);
        });

        var moved = Assert.IsType<Firing<string, string, string>.Moved>(machine.Fire(from, trigger, 0));

        Assert.Equal(expected, string.Join(' ', moved.Effects));
    }

    [Fact]
    public void Fire_SuperstateMovesToTheSubstateOneStandsIn_Reenters()
    {
        var machine = StateMachine<string, string, int, string>.Declare("a", builder =>
        {
            builder.Configure("super").Permit("home", "a").OnEntry((_, _) => ["+super"]).OnExit((_, _) => ["-super"]);
            builder.Configure("a").SubstateOf("super").OnEntry((_, _) => ["+a"]).OnExit((_, _) => ["-a"]);
        });

        Assert.Equal(new Firing<string, string, string>.Moved(new("a", "a", "home"), ["-a", "+a"]), machine.Fire("a", "home", 0));
    }

    [Fact]
    public void Fire_EffectsFail_ThrowsAndTheMachineIsAsBefore()
    {
        var machine = StateMachine<string, string, bool, string>.Declare("a", builder =>
        {
            builder.Configure("a").Permit("go", "b").OnExit((_, _) => ["out"]);
            builder.Configure("b").OnEntry((_, isBroken) => isBroken ? throw new FormatException() : ["in"]);
        });

        Assert.Throws<FormatException>(() => machine.Fire("a", "go", true));
        Assert.Equal(new Firing<string, string, string>.Moved(new("a", "b", "go"), ["out", "in"]), machine.Fire("a", "go", false));
    }
}
