namespace ChatChannels.Conversation.Flows;

/// <summary>A setting that flows may give an action under <c>with</c>.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Words">What it can be, the first one where it is not given; any word where empty.</param>
/// <param name="NamesAnswers">Whether its values are names of answers, which then must have been collected on every path.</param>
/// <param name="Required">Whether a flow must give it.</param>
public sealed record ActionSetting(string Name, ImmutableArray<string> Words, bool NamesAnswers = false, bool Required = false)
{
    /// <summary>A setting that names answers, and must be given.</summary>
    public static ActionSetting Answers(string name) => new(name, [], NamesAnswers: true, Required: true);

    /// <summary>A setting that is one of these words, the first where it is not given.</summary>
    public static ActionSetting OneOf(string name, params ImmutableArray<string> words) => new(name, words);

    /// <summary>A setting that is any word, and must be given.</summary>
    public static ActionSetting Word(string name) => new(name, [], Required: true);
}
