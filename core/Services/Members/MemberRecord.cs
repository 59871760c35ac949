namespace ChatChannels.Services.Members;

/// <summary>What the register tells of one person. Personal.</summary>
public sealed record MemberRecord
{
    /// <summary>The registration number; for somebody not registered, whatever the register files them under.</summary>
    public required string Number { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Why somebody is not eligible: the code of a text under <c>standing</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the person has an account in the fund's portal.</summary>
    public bool HasAccount { get; init; }

    /// <summary>The phone on file, E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>Since when it is on file; null where the register does not know.</summary>
    public DateOnly? PhoneSince { get; init; }

    /// <summary>The e-mail address on file.</summary>
    public string? Email { get; init; }

    /// <summary>How benefits are paid out.</summary>
    public PaymentMode PaymentMode { get; init; }

    /// <summary>Given names and surname.</summary>
    public string Names { get; init; } = "";

    public override string ToString() => $"MemberRecord {{ *** {Standing} }}";
}
