namespace ChatChannels.Services.Verification;

/// <summary>What verification keeps in the session.</summary>
public static class VerificationAnswers
{
    /// <summary>The registration number of the person located; empty when unknown. Never shown unless proven.</summary>
    public const string Member = "member";

    /// <summary>Equals <see cref="Member"/> once possession of the number or address on file is proven.</summary>
    public const string Proven = "proven";

    /// <summary>The id of the code sent last.</summary>
    public const string Challenge = "challenge";

    /// <summary>The code as the person gave it.</summary>
    public const string Code = "code";

    /// <summary>The e-mail address that the person gave and proved.</summary>
    public const string EmailProven = "email-proven";

    /// <summary>The phone number that the person gave and proved.</summary>
    public const string PhoneProven = "phone-proven";
}
