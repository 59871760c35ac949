using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>The choice behind a review. Every page must have been shown before it counts (CNPS-15).</summary>
internal static class ReviewTurn
{
    public const string Change = "change";

    public static ImmutableArray<Option> Options(StepBuilder step, State.Review review) => Choosing.Number(
    [
        .. review.Words.Items.Select(item => (item.Value, item.LabelIn(step.Session.Language))),
        .. review.Edit ? [(Change, step.Text(CommonTexts.ReviewChange))] : Array.Empty<(string, string)>(),
    ]);

    public static void Choose(StepBuilder step, State.Review review, string typed)
    {
        if (Choosing.Among(step, Options(step, review), typed) is not { } chosen)
        {
            ServiceTurn.ObeyOrReject(step, typed, step.Text(CommonTexts.ChooseInvalid));
        }
        else if (step.Session.Page < step.Session.Pages - 1)
        {
            step.Notice = step.Text(CommonTexts.ReviewReadAll);
        }
        else if (string.Equals(chosen.Value, Change, StringComparison.Ordinal) && review.Edit)
        {
            step.Move(LifeTrigger.ChooseChange);
            step.Change(session => session with { Page = 0 });
        }
        else
        {
            step.Change(session => session with { Answers = session.Answers.With(review.As, chosen.Value), WrongAnswers = 0 });
            ServiceTurn.Leave(step, Trigger.Exit(chosen.Value));
        }
    }
}
