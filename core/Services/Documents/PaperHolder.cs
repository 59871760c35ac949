using ChatChannels.Conversation.Engine;
using ChatChannels.Services.Cases;

namespace ChatChannels.Services.Documents;

/// <summary>What papers are filed with.</summary>
/// <param name="Case">The case's number, or the id of a request for the register.</param>
/// <param name="Reference">What the person asks after it by.</param>
/// <param name="Answers">What is kept of the answers; the papers among them are filed.</param>
public sealed record PaperHolder(string Case, string Reference, AnswerSheet Answers)
{
    /// <summary>The case as it stands: a paper that it has stays, and a link is not sent twice.</summary>
    public Case? Before { get; init; }

    /// <summary>Whether links are sent again, those before having been lost.</summary>
    public bool Anew { get; init; }

    /// <summary>The registration number of who asks the register, empty where anybody may; null where it is a case.</summary>
    public string? Member { get; init; }

    public override string ToString() => "PaperHolder { *** }";
}
