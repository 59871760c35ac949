using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>A turn inside a service: hears what was typed at the state it stands in, and lets the flow go on.</summary>
internal static class ServiceTurn
{
    public static void Begin(StepBuilder step, string service)
    {
        step.Move(LifeTrigger.EnterService);
        step.Change(session => session with { Frames = [], Answers = AnswerSheet.None, Derived = session.Derived.Clear(), Saved = false, Page = 0, WrongAnswers = 0 });
        step.Audit("service-begun", service);
        FlowWalk.Push(step, step.Fund.Newest(service), at: null);
    }

    public static void Answer(StepBuilder step, string typed)
    {
        switch (step.State)
        {
            case State.Ask ask:
                Read(step, ask, typed);
                break;
            case State.Choose choose:
                Pick(step, choose, typed);
                break;
            case State.Attach attach:
                Attaching.Pick(step, attach, typed);
                break;
            case State.Review review:
                ReviewTurn.Choose(step, review, typed);
                break;
            default:
                if (IsNumber(typed) || !WordTurn.Obey(step, typed))
                    Leave(step, Trigger.Next);
                break;
        }
    }

    /// <summary>A key goes on from what is read; only words can mean something else.</summary>
    private static bool IsNumber(string typed) => typed is [>= '0' and <= '9', ..];

    /// <summary>The service action came back: keep its exit and values, and go on.</summary>
    public static void Continue(StepBuilder step, Input.Outcome outcome)
    {
        var call = (State.Do)step.State;
        step.Change(session => session with { Answers = session.Answers.WithAll(outcome.Values).With(call.Name, outcome.Exit) });
        Leave(step, Trigger.Exit(outcome.Exit));
    }

    /// <summary>Skips an optional question.</summary>
    public static bool Skip(StepBuilder step)
    {
        if (step.State is not State.Collects { Optional: true } collects)
            return false;
        step.Change(session => session with { Answers = session.Answers.Skipping(collects.As) });
        Leave(step, Trigger.Next);
        return true;
    }

    private static void Read(StepBuilder step, State.Ask ask, string typed)
    {
        if (!ask.Type.IsWords && !typed.AsSpan().ContainsAnyInRange('0', '9') && WordTurn.Obey(step, typed))
            return;
        switch (ask.Type.Read(typed, ask.Settings, step.AnswerContext))
        {
            case AnswerReading.Accepted accepted:
                Settle(step, ask, accepted.Canonical, Trigger.Next);
                break;
            case AnswerReading.Rejected when ask.Type.IsWords && WordTurn.Obey(step, typed):
                break;
            case AnswerReading.Rejected rejected:
                var values = rejected.Failure.Values.Select(value => (value.Key, value.Value)).ToArray();
                step.Hint = step.Text(CommonTexts.Example(ask.Type.Name), (CommonTexts.ExampleValue, ask.Type.Example(ask.Settings, step.AnswerContext) ?? ""));
                Wrong(step, step.Text(CommonTexts.Failure(rejected.Failure.Code), values));
                break;
        }
    }

    private static void Pick(StepBuilder step, State.Choose choose, string typed)
    {
        if (Choosing.Among(step, Choices.Of(step, choose), typed) is { } chosen)
            Settle(step, choose, chosen.Value, choose.Exits ? Trigger.Exit(chosen.Value) : Trigger.Next);
        else if (choose.Search && Choices.Search(step, choose, typed))
            step.Change(session => session with { Page = 0, WrongAnswers = 0 });
        else
            ObeyOrReject(step, typed, step.Text(choose.Search && !Choosing.IsNumber(typed, out _) ? CommonTexts.ChooseNoneFound : CommonTexts.ChooseInvalid));
    }

    /// <summary>Obeys words that ask for something else; else the answer was wrong.</summary>
    public static void ObeyOrReject(StepBuilder step, string typed, string notice)
    {
        if (!WordTurn.Obey(step, typed))
            Wrong(step, notice);
    }

    /// <summary>Keeps an answer, and goes on.</summary>
    public static void Settle(StepBuilder step, State.Collects state, string canonical, string trigger)
    {
        step.Change(session => session with
        {
            Answers = session.Answers.With(state.As, canonical),
            Derived = session.Derived.Remove(state.As),
            WrongAnswers = 0,
            Filter = null,
        });
        Leave(step, trigger);
    }

    public static void Wrong(StepBuilder step, string notice)
    {
        step.Notice = notice;
        step.Change(session => session with { WrongAnswers = session.WrongAnswers + 1 });
        if (step.Session.WrongAnswers < SessionLimits.WrongAnswers)
            return;
        // The way out matters more than what was wrong.
        (step.Notice, step.Hint) = (null, notice);
        step.Move(LifeTrigger.OfferWayOut);
        step.Change(session => session with { WrongAnswers = 0, Page = 0 });
    }

    public static void Leave(StepBuilder step, string trigger)
    {
        if (step.Session.Changing is not null && step.State is State.Collects)
            ChangeTurn.Settle(step);
        else if (FlowWalk.Next(step, trigger) is { } next)
            FlowWalk.Enter(step, next);
    }
}
