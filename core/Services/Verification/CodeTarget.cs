using ChatChannels.Services.Actions;
using ChatChannels.Services.PreRegistration;

namespace ChatChannels.Services.Verification;

/// <summary>What a code is to prove, and what its hash is bound to.</summary>
/// <param name="Kind">The setting <c>to</c> of the actions.</param>
/// <param name="Who">The registration number, or the address that was given; empty when unknown. Personal.</param>
public sealed record CodeTarget(string Kind, string Who)
{
    public const string OnFile = "on-file";
    public const string EmailGiven = "email-given";
    public const string PhoneGiven = "phone-given";

    /// <summary>The member's address on file.</summary>
    public static CodeTarget Known(ActionRequest request) => new(OnFile, request.Answers[VerificationAnswers.Member] ?? "");

    /// <summary>An address that the person gave: the one that the flow names by <c>to</c>.</summary>
    public static CodeTarget Given(ActionRequest request) => IsPhone(request)
        ? new(PhoneGiven, request.Answers[PersonAnswers.Phone] ?? "")
        : new(EmailGiven, request.Answers[PersonAnswers.Email] ?? "");

    /// <summary>Whether the flow names an address that the person gave.</summary>
    public static bool IsGiven(ActionRequest request) => request.With.TryGet("to", out var to) && to is not OnFile;

    /// <summary>What a code of this target is hashed under.</summary>
    public string Subject(ActionRequest request, string challenge) => $"{challenge}|{request.Fund.Id}|{Kind}|{Who}";

    public override string ToString() => $"CodeTarget {{ {Kind} }}";

    private static bool IsPhone(ActionRequest request) => request.With.TryGet("to", out var to) && to is PhoneGiven;
}
