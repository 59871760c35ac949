using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>Brings a session whose flow version is no longer there into the newest one, by its carry-over.</summary>
internal static class Renewal
{
    /// <summary>Renews the session where it must be.</summary>
    /// <returns>Whether another question than the one on the person's screen is now asked, so that what was typed answers nothing.</returns>
    public static bool Apply(StepBuilder step)
    {
        var session = step.Session;
        return !Stands(step, session.Frames) && session.Running is { } running && Restore(step, running);
    }

    /// <summary>Whether every flow in progress is still there in its version, so that nothing moves.</summary>
    public static bool Stands(StepBuilder step, ImmutableArray<Frame> frames) =>
        frames.All(frame => step.Fund.TryFind(frame.Flow, frame.Version, out _));

    /// <summary>Stands where a held session stood, in versions that exist.</summary>
    /// <returns>Whether a flow had to begin again, with every answer kept: what is still valid is not asked.</returns>
    public static bool Restore(StepBuilder step, HeldStand held)
    {
        step.Change(session => session with
        {
            Frames = held.Frames,
            Answers = held.Answers,
            Derived = held.Derived,
            Saved = held.Saved,
            Changing = held.Changing,
            Held = null,
            Page = held.Page,
            WrongAnswers = 0,
        });
        foreach (var (i, frame) in held.Frames.Index())
        {
            if (step.Fund.TryFind(frame.Flow, frame.Version, out _))
                continue;
            step.Notice = step.Text(CommonTexts.ResumeCarried);
            step.Change(session => session with { Page = 0 });
            var newest = step.Fund.Newest(frame.Flow);
            var carry = newest.CarryOvers.FirstOrDefault(over => over.From == frame.Version);
            step.Change(session => Carry(session, i, newest, carry));
            if (newest.Has(step.Session.Frames[i].State))
                continue;
            step.Change(session => session with { Frames = [.. session.Frames.Take(i)], Changing = null });
            FlowWalk.Push(step, newest, at: null);
            return true;
        }

        return false;
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
}
