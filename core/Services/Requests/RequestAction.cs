using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Members;
using ChatChannels.Services.PreRegistration;

namespace ChatChannels.Services.Requests;

/// <summary>
/// <c>request</c>, <c>with: { kind: declare-rib, answers: [rib] }</c>: asks the register to do something, with the answers named, or
/// all that states have collected. The request is kept with the turn and delivered once, whenever the register takes it. It
/// needs a proven person, one proven firmly with <c>proof: firm</c>, where money may go astray, unless <c>proof: none</c> says that anybody may ask. With <c>tell: everyone</c> all their addresses hear of it.
/// </summary>
public sealed class RequestAction(IIdSource ids, Papers papers, RequestNotice notice) : IServiceAction
{
    /// <summary>The digits of a reference.</summary>
    public const int ReferenceDigits = 8;

    private const string Filed = "filed";
    private const string Unproven = "unproven";
    private const string Kind = "kind";
    private const string ProofNeeded = "proof";
    private const string Answers = "answers";
    private const string NoProof = "none";
    private const string Possessed = "possessed";
    private const string Firm = "firm";
    private const string Tell = "tell";
    private const string Everyone = "everyone";

    public ActionSignature Signature { get; } = new(
        "request",
        [Filed, Unproven],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Filed, [MemberAnswers.Reference]))
    {
        Settings =
        [
            ActionSetting.Word(Kind),
            ActionSetting.Answers(Answers) with { Required = false },
            ActionSetting.OneOf(ProofNeeded, Possessed, NoProof, Firm),
            ActionSetting.OneOf(Tell, "nobody", Everyone),
        ],
        Requires = Proof.Possessed,
        WaivedWith = (ProofNeeded, NoProof),
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var member = MemberAnswers.ProvenMember(request.Answers);
        if (member is null && request.With[ProofNeeded] is not NoProof)
            return ActionResult.Exit(Unproven);
        if (request.With[ProofNeeded] is Firm && !ProofAnswers.IsFirm(request.Answers))
            return ActionResult.Exit(Unproven);
        var asked = Asked(request, member ?? "");
        var holder = new PaperHolder(asked.Id.ToString("N"), asked.Reference, asked.Answers) { Member = asked.Member };
        var filed = await papers.File(request, holder, cancellation);
        return File(request, asked with { Answers = filed.Answers }, filed.Changes);
    }

    private RegisterRequest Asked(ActionRequest request, string member) => new()
    {
        Id = ids.NextId(),
        Fund = request.Fund.Id,
        Kind = request.With[Kind]!,
        Member = member,
        Filer = request.Address,
        Answers = request.With.All(Answers).IsEmpty ? PersonAnswers.Kept(request.Fund, request.Answers) : request.Named(Answers),
        Reference = ids.NextDigits(ReferenceDigits),
        At = request.Now,
    };

    private ActionResult File(ActionRequest request, RegisterRequest asked, ImmutableArray<Change> papersFiled) => new(
        new Input.Outcome(Filed, ImmutableDictionary<string, string>.Empty.Add(MemberAnswers.Reference, asked.Reference)),
        [
            new Change.Ask(asked),
            request.Audit("request-filed", $"{asked.Kind} {asked.Reference}"),
            .. papersFiled,
            .. request.With[Tell] is Everyone ? notice.Write(request, asked) : [],
        ]);
}
