using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;
using ChatChannels.Services.Verification;

namespace ChatChannels.Services.Recovery;

/// <summary>
/// <c>locate</c>, <c>with: { by: [answers] }</c>: looks for the one person whom the facts fit. It leaves by the same exit, with
/// the same work, whether or not there is one: facts locate, they never authenticate, and nobody learns who is registered. Who guesses
/// too often finds nobody any more that day, and is not told.
/// </summary>
public sealed class LocateAction(IRegister register, IAllowances allowances) : IServiceAction
{
    /// <summary>What flows <c>do</c>.</summary>
    public const string Name = "locate";

    /// <summary>The setting that names the facts.</summary>
    public const string By = "by";

    private const string Located = "located";

    public ActionSignature Signature { get; } = new(
        Name,
        [Located],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Located, [ProofAnswers.Member]))
    {
        Settings = [ActionSetting.Answers(By)],
        Proves = ImmutableDictionary<string, Proof>.Empty.Add(Located, Proof.Located),
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var query = new MemberQuery(request.Named(By).Values);
        var limits = FactLimits.Of(request, Naming(request, query));
        var allowed = await allowances.Take(limits, request.Today, request.Now, cancellation);
        var fitting = await register.Find(request.Fund.Id, query, cancellation);
        var found = allowed is Allowed.Granted ? fitting : null;
        var values = ImmutableDictionary<string, string>.Empty.Add(ProofAnswers.Member, found?.Number ?? "");
        return new ActionResult(new Input.Outcome(Located, values), [FactLimits.GiveBack(request, limits, found is not null), request.Audit("member-sought", request.Service)]);
    }

    /// <summary>The facts that name one person, of all that were given: documents and numbers, not dates or choices.</summary>
    private static IEnumerable<string> Naming(ActionRequest request, MemberQuery query) =>
        from fact in query.Facts
        where request.Fund.CollectorOf(fact.Key) is State.Ask { Type.Name: "document" or "registration-number" }
        select $"{fact.Key}:{fact.Value}";
}
