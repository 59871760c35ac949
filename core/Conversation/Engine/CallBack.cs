using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>
/// Asking an agent to call back, on a second key so that no slip of the finger does it. To the line that the person calls or writes from;
/// where the channel knows none, to a number of the fund's country that they give and see again before they say yes.
/// </summary>
internal static class CallBack
{
    private const string Confirm = "confirm";
    private const string Other = "other";

    /// <summary>What <see cref="Session.CallBackTo"/> says while another number is asked for.</summary>
    private const string Asked = "";

    private static readonly PhoneAnswer Type = new();

    public static ImmutableArray<Option> Options(StepBuilder step) => IsLineKnown(step)
        ? Choosing.Number([(Confirm, step.Text(CommonTexts.CallBackConfirm))])
        : Given(step) is null ? [] : Choosing.Number([(Confirm, step.Text(CommonTexts.CallBackConfirm)), (Other, step.Text(CommonTexts.CallBackOther))]);

    /// <summary>What is asked: whether to call this line, or the number given, or for a number.</summary>
    public static string Text(StepBuilder step)
    {
        if (IsLineKnown(step))
            return step.Text(CommonTexts.CallBackOffer);
        return Given(step) is { } number
            ? step.Text(CommonTexts.CallBackCheck, ("number", Type.Show(number, AnswerSettings.None, step.AnswerContext)))
            : step.Text(CommonTexts.CallBackNumber);
    }

    /// <summary>The answer type that is asked for, or null where there is something to choose.</summary>
    public static string? Asks(StepBuilder step) => IsLineKnown(step) || Given(step) is not null ? null : Type.Name;

    public static void Choose(StepBuilder step, string typed)
    {
        var options = Options(step);
        var chosen = Choosing.Among(options, typed)?.Value;
        if (chosen is Confirm || (!options.IsEmpty && IsYes(step, typed)))
            Request(step);
        else if (chosen is Other)
            step.Change(session => session with { CallBackTo = Asked });
        else if (IsLineKnown(step))
            Choosing.ObeyOrRefuse(step, typed);
        else
            Read(step, typed);
    }

    public static void Requested(StepBuilder step, Input.Outcome outcome)
    {
        if (outcome.Exit is Input.Outcome.Unavailable)
        {
            step.Notice = step.Text(CommonTexts.Busy);
            return;
        }

        if (outcome.Exit is Effect.Perform.CallBackRefused)
        {
            step.Notice = step.Text(CommonTexts.Limit);
            Commands.Return(step);
            return;
        }

        step.Notice = step.Text(CommonTexts.CallBackDone, ("reference", outcome.Values["reference"]));
        step.Move(LifeTrigger.Drop);
    }

    /// <summary>Where the person was, for whoever helps them.</summary>
    public static string Place(StepBuilder step) =>
        step.Session.Frames.IsEmpty ? step.Session.ReturnTo.ToString() : $"{step.Session.Frames[0].Flow} {step.Session.Top.State}";

    private static bool IsYes(StepBuilder step, string typed) => step.Fund.Words.Exactly(typed, step.Session.Language)?.Name is WordBook.Yes;

    private static bool IsLineKnown(StepBuilder step) => step.Session.Address.Phone is not null;

    /// <summary>The number to call where the line is not known: the one given here, else one answered in the service, as far as the fund's plan has it.</summary>
    private static string? Given(StepBuilder step) => step.Session.CallBackTo switch
    {
        Asked => null,
        { } given => given,
        null => step.Session.Answers.Values
            .Where(answer => answer.Value.Length > 0 && step.Fund.CollectorOf(answer.Key) is State.Ask { Type: PhoneAnswer })
            .Select(answer => (Type.Read(answer.Value, AnswerSettings.None, step.AnswerContext) as AnswerReading.Accepted)?.Canonical)
            .FirstOrDefault(number => number is not null),
    };

    private static void Read(StepBuilder step, string typed)
    {
        switch (Type.Read(typed, AnswerSettings.None, step.AnswerContext))
        {
            case AnswerReading.Accepted accepted:
                step.Change(session => session with { CallBackTo = accepted.Canonical, WrongAnswers = 0 });
                break;
            case AnswerReading.Rejected when Given(step) is not null:
                Choosing.ObeyOrRefuse(step, typed);
                break;
            case AnswerReading.Rejected rejected:
                step.Notice = step.Text(CommonTexts.Failure(rejected.Failure.Code), [.. rejected.Failure.Values.Select(value => (value.Key, value.Value))]);
                step.Hint = step.Text(CommonTexts.Example(Type.Name));
                step.Change(session => session with { WrongAnswers = session.WrongAnswers + 1 });
                break;
        }
    }

    private static void Request(StepBuilder step)
    {
        var asked = AnswerSheet.None.With(Effect.Perform.CallBackAbout, Place(step));
        if (!IsLineKnown(step) && Given(step) is { } number)
            asked = asked.With(Effect.Perform.CallBackPhone, number);
        step.Perform(new Effect.Perform(Effect.Perform.RequestCallBack, step.Session.Frames.IsEmpty ? "" : step.Session.Frames[0].Flow, asked));
    }
}
