using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Services.Members;

/// <summary>An insured person in a fund's register.</summary>
/// <param name="Number">The registration number (matricule). Personal.</param>
/// <param name="Identity">The document's type and number, as in <see cref="Cases.Case.Identity"/>; null where the register knows none.</param>
/// <param name="Likeness">Folded names, birth date and mother's name: the same person under another document. Null where not all are known.</param>
public sealed record Member(FundId Fund, string Number, string? Identity, string? Likeness, AnswerSheet Facts, DateTimeOffset Since)
{
    public override string ToString() => $"Member {{ {Fund} *** }}";
}
