namespace ChatChannels.Conversation.Answers;

/// <summary>
/// An expected failure, told to the person in their language and never thrown. <see cref="Code"/> is stable and names
/// the text <c>failures.&lt;code&gt;</c> of the catalogue; <see cref="Values"/> fill that text's placeholders.
/// </summary>
public sealed record Failure(string Code, ImmutableDictionary<string, string> Values)
{
    public Failure(string code)
        : this(code, ImmutableDictionary<string, string>.Empty)
    {
    }

    /// <summary>The same failure with one more value for its text.</summary>
    public Failure With(string name, string value) => this with { Values = Values.SetItem(name, value) };
}
