using System.Collections.Immutable;

namespace ChatChannels.Services.Claims;

/// <summary>A claim for reimbursement (dossier de maladie). Amounts are in the fund's currency. Personal.</summary>
public sealed record Claim
{
    /// <summary>The number printed on the form.</summary>
    public required string Id { get; init; }

    public required ClaimState State { get; init; }

    public required DateOnly FiledOn { get; init; }

    public decimal? AmountClaimed { get; init; }

    public decimal? AmountReimbursed { get; init; }

    /// <summary>Why it was rejected: the code of a text under <c>claims.rejections</c>.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>What is missing: codes of texts under <c>claims.pieces</c>.</summary>
    public ImmutableArray<string> MissingPieces { get; init; } = [];

    /// <summary>The last day to bring what is missing.</summary>
    public DateOnly? CompleteBy { get; init; }

    public DateOnly? PaidOn { get; init; }

    public override string ToString() => $"Claim {{ *** {State} }}";
}
