using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.PreRegistration;

namespace ChatChannels.Services.Verification;

/// <summary>What a code is to prove, and what its hash is bound to.</summary>
/// <param name="Kind">The setting <c>to</c> of the actions.</param>
/// <param name="Who">The registration number, or the address that was given; empty when unknown. Personal.</param>
public sealed record CodeTarget(string Kind, string Who)
{
    /// <summary>The member's address on file, which proves who they are.</summary>
    public const string OnFile = "on-file";

    /// <summary>An e-mail address that the person gave: a code proves that it is theirs, and nothing of who they are.</summary>
    public const string EmailGiven = "email-given";

    /// <summary>A phone number that the person gave, likewise.</summary>
    public const string PhoneGiven = "phone-given";

    /// <summary>Whose answer holds the code as the person gave it.</summary>
    public const string Code = "code";

    /// <summary>What flows may say under <c>with</c>.</summary>
    public static readonly ActionSetting Setting = ActionSetting.OneOf("to", OnFile, EmailGiven, PhoneGiven);

    /// <summary>The answer that tells what the right code proved.</summary>
    public string Proof => Kind switch
    {
        EmailGiven => ProofAnswers.EmailProven,
        PhoneGiven => ProofAnswers.PhoneProven,
        _ => ProofAnswers.Proven,
    };

    /// <summary>The target that the flow names.</summary>
    public static CodeTarget Of(ActionRequest request) => request.With[Setting.Name] switch
    {
        EmailGiven => new(EmailGiven, request.Answers[PersonAnswers.Email] ?? ""),
        PhoneGiven => new(PhoneGiven, request.Answers[PersonAnswers.Phone] ?? ""),
        _ => new(OnFile, request.Answers[ProofAnswers.Member] ?? ""),
    };

    /// <summary>An action that proves possession by an exit, where it is about the address on file.</summary>
    public static ActionSignature Proving(ActionSignature signature, string exit) => signature with
    {
        Settings = signature.Settings.Add(Setting),
        Proves = ImmutableDictionary<string, Conversation.Proof>.Empty.Add(exit, Conversation.Proof.Possessed),
        ProvesOnlyWith = (Setting.Name, OnFile),
    };

    /// <summary>What a code of this target is hashed under.</summary>
    public string Subject(ActionRequest request, string challenge) => $"{challenge}|{request.Fund.Id}|{Kind}|{Who}";

    public override string ToString() => $"CodeTarget {{ {Kind} }}";
}
