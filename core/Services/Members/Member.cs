using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Services.Members;

/// <summary>An insured person in a fund's register.</summary>
/// <param name="Number">The registration number (matricule). Personal.</param>
/// <param name="Identity">The document's type and number, as in <see cref="Cases.Case.Identity"/>; null where the register knows none.</param>
/// <param name="Likeness">Folded names, birth date and mother's name: the same person under another document. Null where not all are known.</param>
/// <param name="Facts">What the person may be asked to locate or confirm themselves by: names of answers with canonical values.</param>
public sealed record Member(FundId Fund, string Number, string? Identity, string? Likeness, AnswerSheet Facts, DateTimeOffset Since)
{
    /// <inheritdoc cref="MemberRecord.Standing"/>
    public Standing Standing { get; init; }

    /// <inheritdoc cref="MemberRecord.Reason"/>
    public string? Reason { get; init; }

    /// <inheritdoc cref="MemberRecord.Phone"/>
    public string? Phone { get; init; }

    /// <inheritdoc cref="MemberRecord.PhoneSince"/>
    public DateOnly? PhoneSince { get; init; }

    /// <inheritdoc cref="MemberRecord.Email"/>
    public string? Email { get; init; }

    /// <inheritdoc cref="MemberRecord.PaymentMode"/>
    public PaymentMode PaymentMode { get; init; }

    public override string ToString() => $"Member {{ {Fund} *** }}";
}
