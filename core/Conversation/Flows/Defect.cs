namespace ChatChannels.Conversation.Flows;

/// <summary>Something wrong with a fund's content.</summary>
/// <param name="Kind">The stable kebab-case word for this kind of defect.</param>
/// <param name="File">The file, relative to the fund's folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and how to mend it, in a sentence for an editor.</param>
public sealed record Defect(string Kind, string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Kind}: {Message}";
}
