namespace ChatChannels.Conversation.Answers;

/// <summary>What came of reading what a person typed: accepted in its canonical form, or rejected with a reason to tell.</summary>
public abstract record AnswerReading
{
    private AnswerReading()
    {
    }

    /// <summary>The answer in its one canonical form (<c>1990-12-25</c>, <c>+237650000001</c>, <c>150000</c> …): invariant, what is stored.</summary>
    public sealed record Accepted(string Canonical) : AnswerReading
    {
        /// <summary>Masked: answers are personal.</summary>
        public override string ToString() => "Accepted { *** }";
    }

    /// <summary>What is wrong, by the code of its text.</summary>
    public sealed record Rejected(Failure Failure) : AnswerReading;
}
