using System.Collections.Immutable;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Verification;

namespace ChatChannels.Services.PreRegistration;

/// <summary>
/// <c>open-case</c>: files what was answered, and gives the receipt's number and secret code (CNPS-6, CNPS-7). How many one line, and
/// one network of the web and of chats, may file a day is the fund's policy <c>case</c>: <c>per-line</c>, usually 20, and
/// <c>per-network</c>, usually 200, for behind one an operator may hold thousands of people.
/// </summary>
public sealed class OpenCaseAction(ICaseFile cases, CaseAccess access, Papers papers, IAllowances allowances, IIdSource ids) : IServiceAction
{
    private const string Opened = "opened";
    private const string AlreadyOpen = "already-open";
    private const string Limited = "limited";
    private const int UsuallyPerLine = 20;
    private const int UsuallyPerNetwork = 200;

    public ActionSignature Signature { get; } = new(
        "open-case",
        [Opened, AlreadyOpen, Limited],
        [PersonAnswers.Surname, PersonAnswers.BirthDate, PersonAnswers.IdType, PersonAnswers.IdNumber],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty
            .Add(Opened, [CaseAccess.NumberAnswer, CaseAccess.CodeAnswer])
            .Add(Limited, [Allowed.Refused.Answer]));

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var identity = PersonAnswers.Identity(request.Answers);
        if (await cases.FindOpen(request.Fund.Id, request.Service, identity, cancellation) is not null)
            return ActionResult.Exit(AlreadyOpen);
        if (await allowances.Take(Filing(request), request.Today, request.Now, cancellation) is Allowed.Refused refused)
            return Limits.Told(Limited, refused);
        var number = new CaseNumber(Luhn.Append(ids.NextDigits(9)));
        var code = ids.NextDigits(CaseAccess.CodeDigits);
        var filed = await papers.File(request, new PaperHolder(number.Digits, number.Digits, PersonAnswers.Kept(request.Fund, request.Answers)), cancellation);
        var opened = Open(request, identity, number, access.HashOf(number, code)) with { Answers = filed.Answers, Awaits = filed.Awaits };
        var values = ImmutableDictionary<string, string>.Empty
            .Add(CaseAccess.NumberAnswer, number.Digits)
            .Add(CaseAccess.CodeAnswer, code);
        return new ActionResult(
            new Input.Outcome(Opened, values),
            [new Change.OpenCase(opened), new Change.Record(CaseAccess.Fact("case-opened", opened, request.Address, request.Now)), .. filed.Changes]);
    }

    /// <summary>How many cases may be filed.</summary>
    private static ImmutableArray<Allowance> Filing(ActionRequest request)
    {
        var policy = request.Fund.Policies.GetValueOrDefault("case", AnswerSettings.None);
        var line = new Allowance($"cases:line:{request.Address.Value}", Most("per-line", UsuallyPerLine));
        return request.Network is { } network
            ? [line, new Allowance($"cases:{request.Fund.Id}:{network.Subject}", Most("per-network", UsuallyPerNetwork))]
            : [line];

        int Most(string rule, int usually) => (int)Math.Clamp(policy.Number(rule) ?? usually, 1, int.MaxValue);
    }

    private static Case Open(ActionRequest request, string identity, CaseNumber number, string secretHash) => new()
    {
        Number = number,
        Fund = request.Fund.Id,
        Kind = request.Service,
        State = CaseState.Registered,
        Language = request.Language,
        Answers = request.Answers,
        Filer = request.Address,
        SecretHash = secretHash,
        Identity = identity,
        OpenedAt = request.Now,
        ChangedAt = request.Now,
    };
}
