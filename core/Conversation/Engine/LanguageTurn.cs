using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Engine;

/// <summary>The choice of a language: at the beginning, or on the way by its key.</summary>
internal static class LanguageTurn
{
    public static ImmutableArray<Option> Options(StepBuilder step) => Choosing.Number(step.Surroundings.CanShow.Select(language =>
        (language.Code, step.Fund.Texts.Plain(language, CommonTexts.LanguageName))));

    public static void Choose(StepBuilder step, string typed)
    {
        // A wrong choice is not told: in which language? The question, in all of them, stands on the screen again.
        if ((Choosing.Among(Options(step), typed)?.Value ?? Greeted(step, typed)) is not { } chosen)
            return;

        step.Change(session => session with
        {
            Language = new Language(chosen),
            LanguageChosen = true,
            Page = 0,
            WrongAnswers = 0,
            // Other words, other pages: what was read of a held review is read anew.
            Held = session.Held is { } held ? held with { Page = 0 } : null,
        });
        step.Move(step.Session.ReturnTo is Life.Fresh ? LifeTrigger.ShowMenu : LifeTrigger.Return);
    }

    /// <summary>The language of who greets; null for what is no greeting, one of several languages, or one that cannot be shown.</summary>
    private static string? Greeted(StepBuilder step, string typed) =>
        step.Fund.Words.LanguageOf(typed, WordBook.Greeting) is { } language && step.Surroundings.CanShow.Contains(language) ? language.Code : null;
}
