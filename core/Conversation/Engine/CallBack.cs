using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>Asking an agent to call back, on a second key so that no slip of the finger does it.</summary>
internal static class CallBack
{
    private const string Confirm = "confirm";

    /// <summary>The answer that tells the agent where the person was.</summary>
    public const string About = "about";

    public static ImmutableArray<Option> Options(StepBuilder step) =>
        Choosing.Number([(Confirm, step.Text(CommonTexts.CallBackConfirm))]);

    public static void Choose(StepBuilder step, string typed)
    {
        if (Choosing.Among(Options(step), typed) is null && step.Fund.Words.Exactly(typed, step.Session.Language)?.Name is not WordBook.Yes)
        {
            Choosing.ObeyOrRefuse(step, typed);
            return;
        }

        step.Perform(new Effect.Perform(Effect.Perform.RequestCallBack, step.Session.Frames.IsEmpty ? "" : step.Session.Frames[0].Flow, AnswerSheet.None.With(About, Place(step))));
    }

    public static void Requested(StepBuilder step, Input.Outcome outcome)
    {
        if (outcome.Exit is Input.Outcome.Unavailable)
        {
            step.Notice = step.Text(CommonTexts.Busy);
            return;
        }

        step.Notice = step.Text(CommonTexts.CallBackDone, ("reference", outcome.Values["reference"]));
        step.Move(LifeTrigger.Drop);
    }

    /// <summary>Where the person was, for whoever helps them.</summary>
    public static string Place(StepBuilder step) =>
        step.Session.Frames.IsEmpty ? step.Session.ReturnTo.ToString() : $"{step.Session.Frames[0].Flow} {step.Session.Top.State}";
}
