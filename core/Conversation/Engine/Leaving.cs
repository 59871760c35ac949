namespace ChatChannels.Conversation.Engine;

/// <summary>Going to the menu, stopping for now, losing the line: nothing that was answered is lost.</summary>
internal static class Leaving
{
    /// <summary>To the menu, keeping aside what was begun.</summary>
    public static void ToMenu(StepBuilder step)
    {
        step.Change(session => session with
        {
            Held = session.Stand,
            Frames = [],
            Answers = AnswerSheet.None,
            Derived = session.Derived.Clear(),
            Changing = null,
            Filter = null,
            Page = 0,
            WrongAnswers = 0,
        });
        step.Move(LifeTrigger.ShowMenu);
    }

    /// <summary>The last screen of this call; dialling again offers to go on.</summary>
    public static void Stop(StepBuilder step, string text)
    {
        step.Notice = step.Text(text);
        step.Move(LifeTrigger.Drop);
    }

    /// <summary>The line was lost. Who passed a save point is invited once to dial again.</summary>
    public static void Drop(StepBuilder step)
    {
        if (!SessionLife.Machine.IsIn(step.Session.Life, Life.Live))
            return;
        if (step.Session is { Saved: true, Reminded: false, Stand: not null })
        {
            step.Emit(new Effect.Notify(Effect.Notify.DialBack, [Channel.Sms], step.Session.Language, AnswerSheet.None));
            step.Change(session => session with { Reminded = true });
        }

        step.Move(LifeTrigger.Drop);
    }
}
