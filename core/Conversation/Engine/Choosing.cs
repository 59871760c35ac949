using System.Globalization;

namespace ChatChannels.Conversation.Engine;

/// <summary>Understands a choice among the options of a screen.</summary>
internal static class Choosing
{
    /// <summary>The option meant by its key, its value or its words, or null.</summary>
    public static Option? Among(ImmutableArray<Option> options, string typed)
    {
        if (IsNumber(typed, out var number))
            return number >= 1 && number <= options.Length ? options[number - 1] : null;
        var wanted = Text.Folding.ForMatching(typed);
        return options.FirstOrDefault(option => string.Equals(Text.Folding.ForMatching(option.Label), wanted, StringComparison.Ordinal));
    }

    /// <summary>Whether an option's number was typed, or meant to be; one too long to count is 0, which no option has.</summary>
    public static bool IsNumber(string typed, out int number)
    {
        var key = typed.TrimEnd('.', '#', ')', ' ');
        return int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out number) || Answers.Digits.Only(key);
    }

    /// <summary>Options numbered from 1.</summary>
    public static ImmutableArray<Option> Number(IEnumerable<(string Value, string Label)> options)
    {
        var numbered = ImmutableArray.CreateBuilder<Option>();
        foreach (var (value, label) in options)
            numbered.Add(new Option((numbered.Count + 1).ToString(CultureInfo.InvariantCulture), value, label));
        return numbered.DrainToImmutable();
    }

    /// <summary>The same, or the option that « yes » or « no » means in the words of the fund.</summary>
    public static Option? Among(StepBuilder step, ImmutableArray<Option> options, string typed) =>
        Among(options, typed) ?? WordTurn.YesOrNo(step, options, typed);

    /// <summary>Obeys words that ask for something else; else says that the choice is none of those shown, and counts it.</summary>
    public static void ObeyOrRefuse(StepBuilder step, string typed)
    {
        if (!WordTurn.Obey(step, typed))
            Refuse(step);
    }

    /// <summary>Says that the choice is none of those shown, and counts it.</summary>
    public static void Refuse(StepBuilder step)
    {
        step.Notice = step.Text(CommonTexts.ChooseInvalid);
        step.Change(session => session with { WrongAnswers = session.WrongAnswers + 1 });
    }
}
