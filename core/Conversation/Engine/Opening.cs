using System.Globalization;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>The first turn of a session: resume, open a service by direct dial, ask the language, or show the menu.</summary>
internal static class Opening
{
    public static void Answer(StepBuilder step, Input.Dialled dialled)
    {
        if (dialled.Known is { } known && step.Surroundings.CanShow.Contains(known))
            step.Change(session => session with { Language = known, LanguageChosen = true });
        if (Resumable(step, dialled.Earlier) is { } held)
        {
            step.Change(session => session with { Held = held });
            step.Move(LifeTrigger.OfferResume);
        }
        else if (dialled.Digits is [var first, .. var rest])
        {
            Direct(step, first, rest);
        }
        else
        {
            step.Move(dialled.Known is null && step.Surroundings.CanShow.Length > 1 ? LifeTrigger.AskLanguage : LifeTrigger.ShowMenu);
        }
    }

    private static HeldStand? Resumable(StepBuilder step, Session? earlier) =>
        earlier?.Stand is { } stand && step.Surroundings.Now - earlier.LastAt <= SessionLimits.Lifetime
            ? stand with { Own = false }
            : null;

    /// <summary>Opens a service at once, and walks on through plain choices only: never a sensitive service, never a personal answer, never a confirmation.</summary>
    private static void Direct(StepBuilder step, string first, ImmutableArray<string> rest)
    {
        var menu = step.Fund.Menu;
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1 || number > menu.Length
            || step.Fund.Newest(menu[number - 1]).Sensitive)
        {
            step.Move(LifeTrigger.ShowMenu);
            return;
        }

        ServiceTurn.Begin(step, menu[number - 1]);
        foreach (var digits in rest)
        {
            if (step.Waits || step.Session.Life is not Life.InService || step.State is not State.Choose { Exits: false, Personal: false } || step.Session.WrongAnswers > 0)
                break;
            ServiceTurn.Answer(step, digits);
        }
    }
}
