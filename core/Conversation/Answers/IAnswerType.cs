namespace ChatChannels.Conversation.Answers;

/// <summary>
/// One kind of answer a flow can ask for (<c>ask: date</c>). Pure: the same words, settings and context give the same reading.
/// </summary>
public interface IAnswerType
{
    /// <summary>The word that flows use, in kebab-case: <c>name</c>, <c>date</c>, <c>phone</c> …</summary>
    string Name { get; }

    /// <summary>Whether words without a digit are answers. Else a word such as « menu » is no number, though its pattern may allow letters alone.</summary>
    bool IsWords => false;

    /// <summary>Finds every defect in the settings a flow gives; empty when they can be used.</summary>
    IReadOnlyList<string> CheckSettings(AnswerSettings settings);

    /// <summary>Reads what the person typed. Never throws on any string.</summary>
    AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context);

    /// <summary>Shows a canonical answer to the person in their language. Never throws: what is not canonical is shown as it is.</summary>
    string Show(string canonical, AnswerSettings settings, AnswerContext context);

    /// <summary>The canonical answer whose showing is widest on a phone; what <c>check</c> proves screens with.</summary>
    string Widest(AnswerSettings settings, AnswerContext context);

    /// <summary>How many characters a person types at most for a usual answer; the keypad time of <c>check</c>.</summary>
    int UsualLength(AnswerSettings settings);

    /// <summary>An answer that would be accepted today, for the text <c>examples.&lt;type&gt;</c>; null where that text needs none.</summary>
    string? Example(AnswerSettings settings, AnswerContext context) => null;

    /// <summary>Every failure code that <see cref="Read"/> can answer with; each needs a text in every language.</summary>
    IReadOnlyList<string> FailureCodes { get; }
}
