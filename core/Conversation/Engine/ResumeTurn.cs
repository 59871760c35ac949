using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Engine;

/// <summary>
/// Coming back to what was left. On another call nothing personal is shown before the person has repeated one of the
/// answers that the flow names for it; wrong proofs are counted over all calls.
/// </summary>
internal static class ResumeTurn
{
    public const string Continue = "continue";
    public const string StartOver = "start-over";

    public static ImmutableArray<Option> Options(StepBuilder step) => Choosing.Number(
    [
        (Continue, step.Text(CommonTexts.ResumeContinue)),
        (StartOver, step.Text(CommonTexts.ResumeStartOver)),
    ]);

    public static void Choose(StepBuilder step, string typed)
    {
        var held = step.Session.Held!;
        switch (Choosing.Among(Options(step), typed)?.Value)
        {
            case StartOver:
                var service = held.Frames[0].Flow;
                step.Change(session => session with { Held = null });
                ServiceTurn.Begin(step, service);
                break;
            case Continue when held.Own || !HasPersonal(step, held):
                Restore(step, held);
                break;
            case Continue when Question(step, held) is not null:
                step.Move(LifeTrigger.AskProof);
                break;
            case Continue:
                // The flow changed and names no answer to prove by: what was left must not be shown.
                Refuse(step, held);
                break;
            default:
                Choosing.ObeyOrRefuse(step, typed);
                break;
        }
    }

    public static void Prove(StepBuilder step, string typed)
    {
        var held = step.Session.Held!;
        if (Question(step, held) is { } question && Same(step, question, held.Answers[question.As]!, typed))
        {
            step.Audit("resume-proven", question.As);
            Restore(step, held);
            return;
        }

        if (WordTurn.Obey(step, typed))
            return;
        held = held with { WrongProofs = held.WrongProofs + 1 };
        if (held.WrongProofs < SessionLimits.WrongAnswers)
        {
            step.Change(session => session with { Held = held });
            step.Notice = step.Text(CommonTexts.ResumeRefused);
            return;
        }

        Refuse(step, held);
    }

    /// <summary>The state whose answer proves the person: the first one of the flows' <c>prove-by</c> that was answered.</summary>
    public static State.Collects? Question(StepBuilder step, HeldStand held) => held.Frames
        .SelectMany(frame => step.Fund.Newest(frame.Flow).ProveBy)
        .Where(held.Answers.Has)
        .Select(step.Fund.CollectorOf)
        .FirstOrDefault();

    private static void Refuse(StepBuilder step, HeldStand held)
    {
        step.Audit("resume-refused", held.Frames[0].Flow);
        step.Change(session => session with { Held = null });
        step.Notice = step.Text(CommonTexts.ResumeRefused);
        step.Move(LifeTrigger.ShowMenu);
    }

    private static bool HasPersonal(StepBuilder step, HeldStand held) =>
        held.Answers.Values.Keys.Any(name => step.Fund.CollectorOf(name) is { Personal: true });

    private static bool Same(StepBuilder step, State.Collects question, string expected, string typed) => question switch
    {
        State.Ask ask => ask.Type.Read(typed, ask.Settings, step.AnswerContext) is AnswerReading.Accepted given
            && string.Equals(Folding.ForMatching(given.Canonical), Folding.ForMatching(expected), StringComparison.Ordinal),
        _ => string.Equals(typed, expected, StringComparison.Ordinal),
    };

    private static void Restore(StepBuilder step, HeldStand held)
    {
        var stands = Renewal.Stands(step, held.Frames);
        step.Move(LifeTrigger.EnterService);
        if (Renewal.Restore(step, held))
            return;
        if (step.State is State.Do or State.Call || (!stands && step.Session.Changing is null && step.State is not (State.Tell or State.Review or State.End)))
            FlowWalk.Enter(step, step.Session.Top.State);
    }
}
