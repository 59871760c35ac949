using ChatChannels.Conversation.StateMachines;
using FsCheck;
using FsCheck.Fluent;
using static ChatChannels.Tests.Conversation.StateMachines.Filing;

namespace ChatChannels.Tests.Conversation.StateMachines;

/// <summary>Laws along random walks; FsCheck prints the seed of a walk that breaks one.</summary>
public sealed class StateMachineLawTests
{
    private static readonly Arbitrary<Stage> Stages = Gen.Elements(Machine.Graph.States.AsEnumerable()).ToArbitrary();
    private static readonly Arbitrary<Act> Acts = Gen.Elements(Enum.GetValues<Act>()).ToArbitrary();
    private static readonly Arbitrary<Request> Requests = Gen.Elements(Small, Large, Empty).ToArbitrary();

    [Fact]
    public void Fire_SameInputs_SameResult() =>
        Prop.ForAll(Stages, Acts, Requests, (stage, act, request) => Fire(stage, act, request) == Fire(stage, act, request with { }))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Fire_Moves_ExactlyWhereCanFireAndPermittedTriggersSaySo() =>
        Prop.ForAll(Stages, Acts, Requests, (stage, act, request) =>
            {
                var moves = Fire(stage, act, request) is Firing<Stage, Act, string>.Moved;
                return moves == Machine.CanFire(stage, act, request) && moves == Machine.PermittedTriggers(stage, request).Contains(act);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Fire_AnyWalkFromTheInitialState_StaysWithinTheReachable()
    {
        var unreachable = Machine.Graph.Unreachable();
        Prop.ForAll(Acts.Generator.ListOf().ToArbitrary(), Requests, (acts, request) =>
                !unreachable.Contains(acts.Aggregate(Machine.Initial, (stage, act) => Goes(stage, act, request) ?? stage)))
            .QuickCheckThrowOnFailure();
    }
}
