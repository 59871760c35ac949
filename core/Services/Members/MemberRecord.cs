namespace ChatChannels.Services.Members;

/// <summary>What a fund's register has of a member. Personal.</summary>
public sealed record MemberRecord
{
    public required string Number { get; init; }

    /// <summary>The phone on file, E.164; null where there is none.</summary>
    public string? Phone { get; init; }

    /// <summary>Since when the phone is on file; null where the register does not know.</summary>
    public DateOnly? PhoneSince { get; init; }

    /// <summary>The e-mail address on file; null where there is none.</summary>
    public string? Email { get; init; }

    public override string ToString() => "MemberRecord { *** }";
}
