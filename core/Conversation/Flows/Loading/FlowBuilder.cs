using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Declares the machine of a flow that inspection has found sound.</summary>
internal static class FlowBuilder
{
    public static Flow Build(FlowDraft draft, ServiceContract contract)
    {
        ImmutableArray<State> states = [.. draft.States.Select(state => state is State.Do call ? Signed(call, contract.Action(call.Action)!) : state)];
        return Build(draft, states);
    }

    /// <summary>What the engine must know of an action without knowing the services.</summary>
    private static State.Do Signed(State.Do call, ActionSignature action) => call with
    {
        Brings = [.. action.Adds.Values.SelectMany(names => names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Trust = action.RequiredWith(call.With) > Proof.Located ? Trust.Requires
            : action.Exits.Any(exit => action.ProofBehind(exit, call.With, Proof.None) > Proof.Located) ? Trust.Proves
            : Trust.None,
    };

    private static Flow Build(FlowDraft draft, ImmutableArray<State> states) => new()
    {
        Name = draft.Name,
        Version = draft.Version,
        Start = draft.Start,
        States = states,
        Machine = StateMachine<string, string, AnswerSheet, Effect>.Declare(draft.Start, builder => Declare(draft, builder)),
        Arrows = draft.Arrows,
        ProveBy = draft.ProveBy,
        Sensitive = draft.Sensitive,
        CarryOvers = draft.CarryOvers,
        Covers = draft.Covers,
        File = draft.File,
        ByName = states.ToImmutableDictionary(state => state.Name, StringComparer.Ordinal),
    };

    private static void Declare(FlowDraft draft, StateMachineBuilder<string, string, AnswerSheet, Effect> builder)
    {
        foreach (var state in draft.States)
        {
            var configured = builder.Configure(state.Name);
            foreach (var way in draft.Arrows.Where(way => string.Equals(way.From, state.Name, StringComparison.Ordinal)))
            {
                _ = (way.When, string.Equals(way.To, way.From, StringComparison.Ordinal)) switch
                {
                    (Condition.Always, false) => configured.Permit(way.Trigger, way.To),
                    (Condition.Always, true) => configured.PermitReentry(way.Trigger),
                    (_, false) => configured.PermitIf(way.Trigger, way.To, Holds(way), way.When.ToString()!),
                    (_, true) => configured.PermitReentryIf(way.Trigger, Holds(way), way.When.ToString()!),
                };
            }
        }
    }

    private static Func<AnswerSheet, bool> Holds(Arrow way) => way.When.Holds;
}
