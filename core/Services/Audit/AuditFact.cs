using ChatChannels.Conversation;

namespace ChatChannels.Services.Audit;

/// <summary>Something that happened and must be provable later; written in the transaction of what it tells of.</summary>
/// <param name="Fact">A stable kebab-case word (<c>case-opened</c>).</param>
/// <param name="About">What it is about, without personal data (a case number, a state).</param>
/// <param name="Actor">Who did it; kept only as a keyed pseudonym. Null for the system itself.</param>
public sealed record AuditFact(FundId Fund, string Fact, string About, Address? Actor, DateTimeOffset At);
