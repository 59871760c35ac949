namespace ChatChannels.Services.Claims;

/// <summary>Where a claim stands (CL-13); a fund's own codes are mapped to these by its policy <c>claim-states</c>.</summary>
public enum ClaimState
{
    /// <summary>RECU: received.</summary>
    Received,

    /// <summary>EN_COURS: being processed.</summary>
    InProgress,

    /// <summary>CONTROLE_MEDICAL: with the medical control.</summary>
    MedicalReview,

    /// <summary>COMPLEMENT_DEMANDE: something is missing; see <see cref="Claim.MissingPieces"/> and <see cref="Claim.CompleteBy"/>.</summary>
    CompletionAsked,

    /// <summary>LIQUIDE: the amount is settled, not paid yet.</summary>
    Settled,

    /// <summary>PAYE: paid.</summary>
    Paid,

    /// <summary>REJETE: rejected; see <see cref="Claim.RejectionReason"/>.</summary>
    Rejected,

    /// <summary>FORCLOS: filed too late (CL-5: 60 days).</summary>
    TimeBarred,
}
