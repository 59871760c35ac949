namespace ChatChannels.Conversation.Engine;

/// <summary>The stable keys.</summary>
internal static class Commands
{
    /// <summary>Obeys a key, if the typed text is one; says whether it was.</summary>
    public static bool Obey(StepBuilder step, string typed)
    {
        if (!SessionLife.Machine.IsIn(step.Session.Life, Life.Live))
            return false;
        switch (typed)
        {
            case Keys.More:
                step.Change(session => session with { Page = session.Page + 1 });
                return true;
            case Keys.Previous:
                step.Change(session => session with { Page = Math.Max(0, session.Page - 1) });
                return true;
            case Keys.Back:
                Back(step);
                break;
            case Keys.Menu:
                Leaving.ToMenu(step);
                break;
            case Keys.Help:
                step.Move(LifeTrigger.ShowHelp);
                break;
            case Keys.Language when step.Surroundings.CanShow.Length > 1:
                step.Move(LifeTrigger.AskLanguage);
                break;
            case Keys.CallBack:
                step.Move(LifeTrigger.OfferCallBack);
                break;
            case Keys.Skip when step.Session.Life is Life.InService && ServiceTurn.Skip(step):
                break;
            default:
                return false;
        }

        step.Change(session => session with { Page = 0 });
        return true;
    }

    /// <summary>Back from a detour; one asked for before anything was shown began with the choice of a language.</summary>
    public static void Return(StepBuilder step) =>
        step.Move(step.Session.ReturnTo is Life.Fresh ? LifeTrigger.AskLanguage : LifeTrigger.Return);

    private static void Back(StepBuilder step)
    {
        if (SessionLife.Machine.IsIn(step.Session.Life, Life.Detour))
            Return(step);
        else if (step.Session.Life is Life.InService)
            FlowWalk.GoBack(step);
        else if (step.Session.Life is Life.Proving)
            step.Move(LifeTrigger.ShowMenu);
    }
}
