namespace ChatChannels.Conversation.Engine;

/// <summary>
/// Answers that only service actions give, so that no state may be named like them: they say who the person is for the fund, and
/// how far that is proven.
/// </summary>
public static class ProofAnswers
{
    /// <summary>The registration number of the person located; absent or empty when nobody was. Personal, never shown before a proof.</summary>
    public const string Member = "member";

    /// <summary>Equal to <see cref="Member"/> once possession of the phone or address on file is proven.</summary>
    public const string Proven = "proven";

    /// <summary>
    /// Equal to <see cref="Member"/> once more than a phone of unknown history proves the person: a line known to be unchanged, or the
    /// e-mail address on file. Passwords, money and registration numbers need it.
    /// </summary>
    public const string Firm = "firmly-proven";

    /// <summary>The id of the code sent last.</summary>
    public const string Challenge = "challenge";

    /// <summary>Whether that code, given back, proves the person firmly: "yes" or "no".</summary>
    public const string ChallengeFirm = "challenge-firm";

    /// <summary>The keyed hash of the line that the code was texted to; for an unknown person, of the line that asked.</summary>
    public const string ChallengeLine = "challenge-line";

    /// <summary>The e-mail address that a code sent to it has proven.</summary>
    public const string EmailProven = "email-proven";

    /// <summary>The phone number that a code sent to it has proven.</summary>
    public const string PhoneProven = "phone-proven";

    public static readonly ImmutableArray<string> All = [Member, Proven, Firm, Challenge, ChallengeFirm, ChallengeLine, EmailProven, PhoneProven];

    /// <summary>Whether the person who was located is the one who was proven.</summary>
    public static bool IsProven(AnswerSheet answers) =>
        answers.Has(Member) && string.Equals(answers[Member], answers[Proven], StringComparison.Ordinal);

    /// <summary>Whether the person who was located is proven firmly enough for passwords, money and registration numbers.</summary>
    public static bool IsFirm(AnswerSheet answers) =>
        IsProven(answers) && string.Equals(answers[Member], answers[Firm], StringComparison.Ordinal);
}
