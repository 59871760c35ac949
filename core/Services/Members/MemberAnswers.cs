using ChatChannels.Conversation.Engine;

namespace ChatChannels.Services.Members;

/// <summary>What actions about members add to the answers, beside <see cref="ProofAnswers"/>.</summary>
public static class MemberAnswers
{
    public const string RegistrationNumber = "registration-number";
    public const string Names = "names";
    public const string Reason = "reason";
    public const string Reference = "reference";

    /// <summary>
    /// The person who has proven to be the one located; null until then. Whatever discloses something asks here too, beside the
    /// check of every path.
    /// </summary>
    public static string? ProvenMember(AnswerSheet answers) => ProofAnswers.IsProven(answers) ? answers[ProofAnswers.Member] : null;
}
