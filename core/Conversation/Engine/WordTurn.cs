using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>
/// Words that ask for what keys and buttons do. They are looked up only where what was typed is no answer: a surname « Bonjour » stays
/// a surname.
/// </summary>
internal static class WordTurn
{
    /// <summary>At the menu: opens the service that a text asks for, or obeys it as elsewhere. The language of the words becomes the session's.</summary>
    /// <returns>Whether it was understood.</returns>
    public static bool AtMenu(StepBuilder step, string typed)
    {
        if (step.Fund.Words.Within(typed, step.Session.Language) is not { } meaning || !step.Surroundings.CanShow.Contains(meaning.Language))
            return false;
        var before = step.Session;
        step.Change(session => session with { Language = meaning.Language, LanguageChosen = session.LanguageChosen || meaning.Language != session.Language });
        if (meaning.IsService)
        {
            MenuTurn.Open(step, meaning.Name);
            return true;
        }

        if (Obey(step, meaning.Name, CommonTexts.GreetingSay))
            return true;
        step.Change(_ => before);
        return false;
    }

    /// <summary>Elsewhere: obeys a text that is a command as a whole.</summary>
    /// <returns>Whether it was one.</returns>
    public static bool Obey(StepBuilder step, string typed) =>
        step.Fund.Words.Exactly(typed, step.Session.Language) is { IsService: false } meaning && Obey(step, meaning.Name, CommonTexts.GreetingAgain);

    /// <summary>The option « yes » or « no » that a text means; null for none.</summary>
    public static Option? YesOrNo(StepBuilder step, ImmutableArray<Option> options, string typed) =>
        step.Fund.Words.Exactly(typed, step.Session.Language) is { IsService: false, Name: WordBook.Yes or WordBook.No } meaning
            ? options.FirstOrDefault(option => string.Equals(option.Value, meaning.Name, StringComparison.Ordinal))
            : null;

    private static bool Obey(StepBuilder step, string command, string greeting)
    {
        switch (command)
        {
            case WordBook.Greeting:
                step.Notice = step.Text(greeting);
                return true;
            case WordBook.Complaint:
                step.Notice = step.Text(CommonTexts.ComplaintSay);
                Reach(step);
                return true;
            case WordBook.Agent:
                Reach(step);
                return true;
            default:
                return WordBook.KeyOf(command) is { } key && Commands.Obey(step, key);
        }
    }

    /// <summary>To the agents, where they can be spoken to here; else to the call-back.</summary>
    private static void Reach(StepBuilder step)
    {
        step.Move(AgentQueue.Options(step).IsEmpty ? LifeTrigger.OfferCallBack : LifeTrigger.ShowHelp);
        step.Change(session => session with { Page = 0 });
    }
}
