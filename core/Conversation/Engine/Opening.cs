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
        var held = Resumable(step, dialled.Earlier);
        step.Change(session => session with { Held = held });
        var direct = Dialled(step, dialled.Digits);
        if (direct is not null && !string.Equals(direct, held?.Frames[0].Flow, StringComparison.Ordinal))
            Open(step, direct, dialled.Digits[1..]);
        else if (held is not null)
            step.Move(LifeTrigger.OfferResume);
        else if (!dialled.Digits.IsEmpty)
            step.Move(LifeTrigger.ShowMenu);
        else
            step.Move(dialled.Known is null && step.Surroundings.CanShow.Length > 1 ? LifeTrigger.AskLanguage : LifeTrigger.ShowMenu);
    }

    private static HeldStand? Resumable(StepBuilder step, Session? earlier) =>
        earlier?.Stand is { } stand && step.Surroundings.Now - earlier.LastAt <= SessionLimits.Lifetime
            ? ProofRewind.Rewind(step.Fund, stand) with { Own = false }
            : null;

    /// <summary>The service that the digits behind the code name; null for none, or a sensitive one.</summary>
    private static string? Dialled(StepBuilder step, ImmutableArray<string> digits) =>
        digits is [var first, ..]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= step.Fund.Menu.Length
        && step.Fund.Menu[number - 1] is var service
        && !step.Fund.Newest(service).Sensitive
            ? service
            : null;

    /// <summary>Opens a service at once, and walks on through plain choices only: never a personal answer, never a confirmation.</summary>
    private static void Open(StepBuilder step, string service, ImmutableArray<string> rest)
    {
        ServiceTurn.Begin(step, service);
        foreach (var digits in rest)
        {
            if (step.Waits || step.Session.Life is not Life.InService || step.State is not State.Choose { Exits: false, Personal: false } || step.Session.WrongAnswers > 0)
                break;
            ServiceTurn.Answer(step, digits);
        }
    }
}
