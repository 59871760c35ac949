using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>Changing one single answer of a review.</summary>
internal static class ChangeTurn
{
    public static ImmutableArray<Option> Options(StepBuilder step) => Choosing.Number(FlowPath
        .Reviewed(step.Flow, step.Session.Answers)
        .Select(state => (state.Name, Prompts.Item(step, state))));

    public static void Choose(StepBuilder step, string typed)
    {
        if (Choosing.Among(Options(step), typed) is not { } chosen)
        {
            Choosing.ObeyOrRefuse(step, typed);
            return;
        }

        step.Move(LifeTrigger.Return);
        var collects = (State.Collects)step.Flow[chosen.Value];
        step.Change(session => session with { Changing = session.Top.State, Page = 0, WrongAnswers = 0, Derived = session.Derived.Remove(collects.As) });
        FlowWalk.StandAt(step, chosen.Value);
    }

    /// <summary>
    /// After the new answer: what the change made unanswered is asked, what it left behind is dropped, and then the review is shown again.
    /// </summary>
    public static void Settle(StepBuilder step)
    {
        var review = step.Session.Changing!;
        var flow = step.Flow;
        Rederive(step, flow, [((State.Collects)step.State).As]);
        for (var i = 0; i < SessionLimits.StepsPerTurn; i++)
        {
            var path = FlowPath.Walk(flow, flow.Start, step.Session.Answers);
            if (path[^1] is State.Collects open && !FlowPath.StillValid(open, step.Session.Answers, step.AnswerContext))
            {
                if (FlowWalk.Derive(step, open))
                    continue;
                FlowWalk.StandAt(step, open.Name);
                return;
            }

            Prune(step, flow, path);
            step.Change(session => session with { Changing = null });
            FlowWalk.StandAt(step, review);
            return;
        }
    }

    /// <summary>Answers that can be derived follow what they are derived from; those that no longer can are asked.</summary>
    private static void Rederive(StepBuilder step, Flow flow, ImmutableHashSet<string> changed)
    {
        foreach (var state in flow.States.OfType<State.Collects>().Where(state => !changed.Contains(state.As) && Follows(state, changed)))
        {
            if (!FlowWalk.Derive(step, state))
            {
                if (!step.Session.Derived.Contains(state.As))
                    continue;
                step.Change(session => session with { Answers = session.Answers.Without(state.As), Derived = session.Derived.Remove(state.As) });
            }

            changed = changed.Add(state.As);
        }
    }

    private static bool Follows(State.Collects state, ImmutableHashSet<string> changed) => state.Derive.Any(derivation =>
        derivation.When.Reads.Any(changed.Contains) || (derivation.Source is DerivationSource.Answer from && changed.Contains(from.Name)));

    private static void Prune(StepBuilder step, Flow flow, ImmutableArray<State> path)
    {
        var kept = path.OfType<State.Collects>().Select(state => state.As).ToHashSet(StringComparer.Ordinal);
        var left = flow.States.OfType<State.Collects>().Select(state => state.As).Where(name => !kept.Contains(name));
        step.Change(session => session with { Answers = session.Answers.Without(left) });
    }
}
