using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;

namespace ChatChannels.Services.Recovery;

/// <summary>
/// <c>member-standing</c>: tells a proven person how they stand with the fund, and their number (TNS-15 to TNS-21). The number only to
/// somebody proven firmly; others leave by <c>unproven</c>.
/// </summary>
public sealed class MemberStandingAction(IRegister register) : IServiceAction
{
    private const string WithAccount = "with-account";
    private const string WithoutAccount = "without-account";
    private const string NotRegistered = "not-registered";
    private const string NotEligible = "not-eligible";
    private const string Unproven = "unproven";
    private const string Reasons = "standing.reasons";

    /// <summary>Names longer than this are cut; so is what proofs of screens reckon with.</summary>
    private const int LongestNames = 40;

    private static readonly ImmutableArray<string> OfMember = [MemberAnswers.RegistrationNumber, MemberAnswers.Names];

    public ActionSignature Signature { get; } = new(
        "member-standing",
        [WithAccount, WithoutAccount, NotRegistered, NotEligible, Unproven],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty
            .Add(WithAccount, OfMember)
            .Add(WithoutAccount, OfMember)
            .Add(NotRegistered, [MemberAnswers.Names])
            .Add(NotEligible, [MemberAnswers.Names, MemberAnswers.Reason]))
    {
        Requires = Proof.Possessed,
        Widest = ImmutableDictionary<string, Func<Fund, Language, string>>.Empty
            .Add(MemberAnswers.Names, (_, _) => new string('W', LongestNames))
            .Add(MemberAnswers.Reason, (fund, language) => Coded.Widest(fund, language, Reasons)),
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (MemberAnswers.ProvenMember(request.Answers) is not { } number
            || await register.Get(request.Fund.Id, number, cancellation) is not { } member)
            return ActionResult.Exit(Unproven);
        var exit = ExitOf(member);
        if (exit is WithAccount or WithoutAccount && !ProofAnswers.IsFirm(request.Answers))
            return ActionResult.Exit(Unproven);
        return new ActionResult(new Input.Outcome(exit, Told(request.Fund, exit, member)), [request.Audit("standing-told", exit)]);
    }

    private static ImmutableDictionary<string, string> Told(Fund fund, string exit, MemberRecord member)
    {
        var values = ImmutableDictionary<string, string>.Empty.Add(MemberAnswers.Names, member.Names.Length > LongestNames ? member.Names[..LongestNames] : member.Names);
        return exit switch
        {
            NotRegistered => values,
            NotEligible => values.AddRange(fund.InWords(MemberAnswers.Reason, language => Coded.Text(fund, language, Reasons, member.Reason))),
            _ => values.Add(MemberAnswers.RegistrationNumber, member.Number),
        };
    }

    private static string ExitOf(MemberRecord member) => member.Standing switch
    {
        Standing.NotRegistered => NotRegistered,
        Standing.NotEligible => NotEligible,
        _ => member.HasAccount ? WithAccount : WithoutAccount,
    };
}
