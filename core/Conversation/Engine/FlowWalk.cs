using System.Diagnostics;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Conversation.Engine;

/// <summary>Moves through flows: enters states until one waits for the person, calls flows and returns from them, goes back.</summary>
internal static class FlowWalk
{
    /// <summary>To the question before this one; not behind a service call, which cannot be undone. From the first one to the menu.</summary>
    public static void GoBack(StepBuilder step)
    {
        if (step.Session.Changing is { } review)
        {
            step.Change(session => session with { Changing = null });
            StandAt(step, review);
            return;
        }

        for (var frames = step.Session.Frames; !frames.IsEmpty; frames = frames.RemoveAt(frames.Length - 1))
        {
            if (WaitBefore(step, frames[^1]) is not { } before)
                continue;
            step.Change(session => session with { Frames = frames });
            StandAt(step, before.Name);
            return;
        }

        Leaving.ToMenu(step);
    }

    /// <summary>Stands at a state without entering it: nothing is sent, nothing is skipped.</summary>
    public static void StandAt(StepBuilder step, string state) => step.Change(session => session with
    {
        Frames = session.Frames.SetItem(session.Frames.Length - 1, session.Top with { State = state }),
        Page = 0,
        Pages = 1,
        Filter = null,
        WrongAnswers = 0,
    });

    /// <summary>Enters a state, and those behind it that do not wait for the person.</summary>
    public static void Enter(StepBuilder step, string name)
    {
        var next = name;
        for (var i = 0; next is not null; i++)
        {
            if (i == SessionLimits.StepsPerTurn)
                throw new UnreachableException($"{step.Session.Top.Flow} runs through more than {SessionLimits.StepsPerTurn} states in one turn.");
            StandAt(step, next);
            next = Pass(step, step.State);
        }
    }

    /// <summary>Answers a state from what is known already, where the question takes it; else it is asked.</summary>
    public static bool Derive(StepBuilder step, State.Collects state) => !state.Derive.IsEmpty && DeriveAny(step, state);

    private static bool DeriveAny(StepBuilder step, State.Collects state)
    {
        var derivation = state.Derive.FirstOrDefault(candidate => candidate.Holds(step.Session.Answers, () => KnowsCaller(step)));
        var value = derivation?.Source switch
        {
            DerivationSource.Literal literal => literal.Value,
            DerivationSource.Answer answer => step.Session.Answers[answer.Name],
            DerivationSource.Caller => step.Session.Address.Phone,
            _ => null,
        };
        if (value is null || Taken(step, state, value) is not { } canonical)
            return false;
        step.Change(session => session with { Answers = session.Answers.With(state.As, canonical), Derived = session.Derived.Add(state.As) });
        return true;
    }

    /// <summary>The canonical form of a value nobody typed, or null where the question would refuse it.</summary>
    private static string? Taken(StepBuilder step, State.Collects state, string value) => state switch
    {
        State.Ask when value.Length == 0 => state.Optional ? value : null,
        State.Ask ask => ask.Type.Read(value, ask.Settings, step.AnswerContext) is AnswerReading.Accepted accepted ? accepted.Canonical : null,
        _ => FlowPath.StillValid(state, step.Session.Answers.With(state.As, value), step.AnswerContext) ? value : null,
    };

    /// <summary>Whether the person's own number can answer the questions of this flow that it is meant for; one of a foreign plan cannot.</summary>
    private static bool KnowsCaller(StepBuilder step) => step.Session.Address.Phone is { } phone && step.Flow.States
        .Where(state => state is State.Ask { Derive: var derive } && derive.Any(derivation => derivation.Source is DerivationSource.Caller))
        .All(state => Taken(step, (State.Ask)state, phone) is not null);

    /// <summary>Deals with a state just entered.</summary>
    /// <returns>The state to enter next, or null when this one waits.</returns>
    private static string? Pass(StepBuilder step, State state)
    {
        step.Change(session => session with { Answers = session.Answers.Without(state.Forget), Saved = session.Saved || state.SavePoint });
        switch (state)
        {
            case State.Collects collects when Derive(step, collects) || FlowPath.StillValid(collects, step.Session.Answers, step.AnswerContext):
                return Next(step, FlowPath.TriggerOf(state, step.Session.Answers)!);
            case State.Do call:
                step.Perform(new Effect.Perform(call.Action, step.Session.Frames[0].Flow, step.Session.Answers) { With = call.With });
                return null;
            case State.Call call:
                Push(step, step.Fund.Newest(call.Flow), call.At);
                return null;
            case State.Tell tell:
                Notify(step, tell.Notify);
                return null;
            case State.End end:
                Notify(step, end.Notify);
                return Return(step, end);
            default:
                return null;
        }
    }

    public static string? Next(StepBuilder step, string trigger) =>
        step.Flow.Machine.Fire(step.Session.Top.State, trigger, step.Session.Answers) is Firing<string, string, Effect>.Moved moved
            ? moved.Transition.To
            : throw new UnreachableException($"{step.Session.Top.Flow}.{step.Session.Top.State} has no way out by {trigger}.");

    /// <summary>Begins a flow above those that run.</summary>
    public static void Push(StepBuilder step, Flow flow, string? at)
    {
        var entry = at ?? flow.Start;
        step.Change(session => session with { Frames = session.Frames.Add(new Frame(flow.Name, flow.Version, entry, entry)) });
        Enter(step, entry);
    }

    /// <summary>A called flow returns to its caller; a service ends.</summary>
    private static string? Return(StepBuilder step, State.End end)
    {
        if (step.Session.Frames.Length == 1)
        {
            step.Audit("service-ended", $"{step.Session.Top.Flow} {end.Name}");
            step.Move(LifeTrigger.End);
            return null;
        }

        step.Change(session => session with { Frames = session.Frames.RemoveAt(session.Frames.Length - 1) });
        var call = (State.Call)step.State;
        step.Change(session => session with { Answers = session.Answers.With(call.Name, end.Exit!) });
        return Next(step, FlowPath.ReturnTrigger(call, end.Exit!));
    }

    private static void Notify(StepBuilder step, Notification? notification)
    {
        if (notification is not null)
            step.Emit(new Effect.Notify(notification.Template, notification.Kinds, step.Session.Language, step.Session.Answers));
    }

    private static State? WaitBefore(StepBuilder step, Frame frame) => FlowPath
        .Walk(step.FlowOf(frame), frame.Entry, step.Session.Answers, until: frame.State)
        .Reverse()
        .TakeWhile(state => state is not State.Do)
        .FirstOrDefault(state => state is State.Tell or State.Review || (state is State.Collects collects && !step.Session.Derived.Contains(collects.As)));
}
