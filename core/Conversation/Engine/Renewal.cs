using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>Brings a session whose flow version is no longer there into the newest one, by its carry-over.</summary>
internal static class Renewal
{
    public static void Apply(StepBuilder step)
    {
        var session = step.Session;
        if (session.Frames.All(frame => step.Fund.TryFind(frame.Flow, frame.Version, out _)))
            return;
        step.Change(current => Restore(step, new HeldStand(current.Frames, current.Answers, current.Derived, current.Saved, current.Changing), current));
    }

    /// <summary>The session standing where a held one stood, in versions that exist.</summary>
    public static Session Restore(StepBuilder step, HeldStand held, Session session)
    {
        var restored = session with
        {
            Frames = held.Frames,
            Answers = held.Answers,
            Derived = held.Derived,
            Saved = held.Saved,
            Changing = held.Changing,
            Held = null,
            Page = 0,
            WrongAnswers = 0,
        };
        for (var i = 0; i < held.Frames.Length; i++)
        {
            var frame = held.Frames[i];
            if (step.Fund.TryFind(frame.Flow, frame.Version, out _))
                continue;
            step.Notice = step.Text(CommonTexts.ResumeCarried);
            var newest = step.Fund.Newest(frame.Flow);
            var carry = newest.CarryOvers.FirstOrDefault(over => over.From == frame.Version);
            restored = Carry(restored, i, newest, carry);
            if (!newest.Has(restored.Frames[i].State))
                return StartAgain(restored, i, newest);
        }

        return restored;
    }

    private static Session Carry(Session session, int index, Flow newest, CarryOver? carry)
    {
        var frame = session.Frames[index];
        var carried = frame with
        {
            Version = newest.Version,
            State = carry?.States.GetValueOrDefault(frame.State, frame.State) ?? frame.State,
            Entry = newest.Has(frame.Entry) ? frame.Entry : newest.Start,
        };
        return session with { Frames = session.Frames.SetItem(index, carried), Answers = Rename(session.Answers, carry) };
    }

    private static AnswerSheet Rename(AnswerSheet answers, CarryOver? carry) => carry is null ? answers : carry.Answers.Aggregate(
        answers,
        (sheet, name) => sheet[name.Key] is { } value ? sheet.Without(name.Key).With(name.Value, value) : sheet);

    /// <summary>The flow from its start, with every answer kept: what is still valid is not asked again.</summary>
    private static Session StartAgain(Session session, int index, Flow newest) => session with
    {
        Changing = null,
        Frames = [.. session.Frames.Take(index), new Frame(newest.Name, newest.Version, newest.Start, newest.Start)],
    };
}
