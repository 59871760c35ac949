using ChatChannels.Conversation.Engine;

namespace ChatChannels.Conversation.Flows;

/// <summary>An answer that need not be asked: when the condition holds, the value is known.</summary>
/// <param name="Source">A literal value, another answer's name, or the caller's own number.</param>
/// <param name="Line">The line that says so.</param>
public sealed record Derivation(Condition When, DerivationSource Source, int Line)
{
    /// <summary>Whether it counts only where the channel knows no number of the person that the fund takes.</summary>
    public bool WithoutCaller { get; init; }

    /// <summary>Whether the answer is known.</summary>
    /// <param name="knowsCaller">Whether the channel knows such a number; asked only where it matters.</param>
    public bool Holds(AnswerSheet answers, Func<bool> knowsCaller) => When.Holds(answers) && !(WithoutCaller && knowsCaller());
}
