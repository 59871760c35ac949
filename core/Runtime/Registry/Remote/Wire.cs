using System.Collections.Immutable;

namespace ChatChannels.Runtime.Registry.Remote;

/// <summary>What goes over the wire, as <c>docs/registry-api.yaml</c> has it; names are camel case there.</summary>
internal static class Wire
{
    internal sealed record FindAsked(ImmutableSortedDictionary<string, string> Facts);

    internal sealed record NumberAsked(string Number);

    internal sealed record ConfirmAsked(string Number, string Fact, string Value);

    internal sealed record KnownAsked(string? Identity, string? Likeness);

    internal sealed record ChangesAsked(DateTimeOffset Since, string? Cursor);

    internal sealed record MemberTold(MemberBody? Member);

    internal sealed record ConfirmTold(bool Confirms);

    internal sealed record KnownTold(bool Known);

    internal sealed record ClaimsTold(ImmutableArray<ClaimBody> Claims);

    internal sealed record ChangesTold(ImmutableArray<ChangeBody> Changes, string? Cursor);

    internal sealed record MemberBody(
        string Number, string Standing, string? Reason, bool HasAccount, string? Phone, DateOnly? PhoneSince, string? Email, string PaymentMode, string Names);

    internal sealed record ClaimBody(
        string Claim,
        string State,
        DateOnly FiledOn,
        decimal? AmountClaimed,
        decimal? AmountReimbursed,
        string? RejectionReason,
        ImmutableArray<string> MissingPieces,
        DateOnly? CompleteBy,
        DateOnly? PaidOn);

    internal sealed record ChangeBody(string Number, DateTimeOffset ChangedAt, ClaimBody Claim);

    internal sealed record RequestBody(
        string Kind, string Number, string Reference, DateTimeOffset At, string Caller, ImmutableSortedDictionary<string, string> Answers);
}
