using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>A file that is asked for: it is sent where the channel carries files, or comes another way.</summary>
public static class Attaching
{
    /// <summary>Whether a session asks for a file, so that one that comes has where to go.</summary>
    public static bool IsAsked(Session session, Fund fund) =>
        Underneath(session) is Life.InService
        && fund.TryFind(session.Top.Flow, session.Top.Version, out var flow) && flow[session.Top.State] is State.Attach;

    /// <summary>The ways for who cannot send it here; a link only where there is a phone to send it to.</summary>
    internal static ImmutableArray<Option> Options(StepBuilder step, State.Attach attach) => Choosing.Number(attach.Ways
        .Where(way => way is not State.Attach.Link || KnowsPhone(step))
        .Select(way => (way, step.Text(CommonTexts.AttachBy(way)))));

    internal static void Pick(StepBuilder step, State.Attach attach, string typed)
    {
        if (Choosing.Among(Options(step, attach), typed) is not { } chosen)
        {
            ServiceTurn.ObeyOrReject(step, typed, step.Text(CommonTexts.AttachInvalid));
            return;
        }

        step.Change(session => session with { Answers = session.Answers.Without(State.Attach.DocumentOf(attach.As)) });
        ServiceTurn.Settle(step, attach, chosen.Value, Trigger.Next);
    }

    /// <summary>A file came. One of another kind, or that nobody asked for, changes nothing.</summary>
    internal static void Take(StepBuilder step, Input.Sent sent)
    {
        if (RunawayGuard.Stops(step, sent.Document))
            return;
        if (Asked(step) is not { } attach)
            step.Notice = step.Text(CommonTexts.NoDocument);
        else if (!attach.Accepts.Any(kind => string.Equals(kind.MediaType, sent.MediaType, StringComparison.Ordinal)))
            ServiceTurn.Wrong(step, step.Text(CommonTexts.AttachOtherKind, ("kinds", Kinds(step, attach))));
        else
            Keep(step, attach, sent.Document);
    }

    /// <summary>The state that asks for a file, help and the like put aside; null where none does.</summary>
    private static State.Attach? Asked(StepBuilder step)
    {
        if (Underneath(step.Session) is not Life.InService || step.State is not State.Attach attach)
            return null;
        if (step.Session.Life is not Life.InService)
            step.Move(LifeTrigger.Return);
        return attach;
    }

    /// <summary>Where the session is when help and the like are put aside; null while the person is with the agents.</summary>
    private static Life? Underneath(Session session) => session.Agent is not null ? null
        : SessionLife.Machine.IsIn(session.Life, Life.Detour) ? session.ReturnTo
        : session.Life;

    private static void Keep(StepBuilder step, State.Attach attach, string document)
    {
        step.Change(session => session with { Answers = session.Answers.With(State.Attach.DocumentOf(attach.As), document), Page = 0 });
        ServiceTurn.Settle(step, attach, State.Attach.Sent, Trigger.Next);
    }

    private static string Kinds(StepBuilder step, State.Attach attach) => string.Join(
        $" {step.Text(CommonTexts.AttachOr)} ",
        attach.Accepts.Select(kind => kind.Word).Distinct(StringComparer.Ordinal).Select(word => step.Text(CommonTexts.FileKind(word))));

    private static bool KnowsPhone(StepBuilder step) =>
        step.Session.Address.Phone is not null
        || step.Session.Answers.Values.Any(answer => answer.Value.Length > 0 && step.Fund.CollectorOf(answer.Key) is State.Ask { Type: PhoneAnswer });
}
