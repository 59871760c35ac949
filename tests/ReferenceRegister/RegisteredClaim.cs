using System.Collections.Immutable;

namespace ChatChannels.ReferenceRegister;

/// <summary>A claim of a person.</summary>
public sealed record RegisteredClaim
{
    public required string Number { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required string Claim { get; init; }

    public required string State { get; init; }

    public required DateOnly FiledOn { get; init; }

    public decimal? AmountClaimed { get; init; }

    public decimal? AmountReimbursed { get; init; }

    public string? RejectionReason { get; init; }

    public ImmutableArray<string> MissingPieces { get; init; } = [];

    public DateOnly? CompleteBy { get; init; }

    public DateOnly? PaidOn { get; init; }
}
