using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Services.Members;

namespace ChatChannels.Services.Accounts;

/// <summary>The addresses of a person, old and new: all of them hear of what somebody did in their name. Personal.</summary>
public sealed record Contacts(string? Phone, string? Email, string? NewPhone = null, string? NewEmail = null)
{
    /// <summary>What is on file, and what was proven in this conversation.</summary>
    public static Contacts Of(MemberRecord? record, AnswerSheet answers) => new(
        record?.Phone,
        record?.Email,
        answers[ProofAnswers.PhoneProven],
        answers[ProofAnswers.EmailProven]);

    /// <summary>Each address once.</summary>
    public IEnumerable<(Channel Kind, string To)> All =>
        new (Channel Kind, string? To)[] { (Channel.Sms, Phone), (Channel.Sms, NewPhone), (Channel.Email, Email), (Channel.Email, NewEmail) }
            .Where(contact => !string.IsNullOrEmpty(contact.To))
            .Select(contact => (contact.Kind, contact.To!))
            .Distinct();

    public override string ToString() => "Contacts { *** }";
}
