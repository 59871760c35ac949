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

    /// <summary>The id of the code sent last.</summary>
    public const string Challenge = "challenge";

    /// <summary>The e-mail address that a code sent to it has proven.</summary>
    public const string EmailProven = "email-proven";

    /// <summary>The phone number that a code sent to it has proven.</summary>
    public const string PhoneProven = "phone-proven";

    public static readonly ImmutableArray<string> All = [Member, Proven, Challenge, EmailProven, PhoneProven];

    /// <summary>Whether the person who was located is the one who was proven.</summary>
    public static bool IsProven(AnswerSheet answers) =>
        answers.Has(Member) && string.Equals(answers[Member], answers[Proven], StringComparison.Ordinal);
}
