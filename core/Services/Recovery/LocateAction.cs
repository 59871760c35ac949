using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;

namespace ChatChannels.Services.Recovery;

/// <summary>
/// <c>locate</c>, <c>with: { by: [answers] }</c>: looks for the one person whom the facts fit. It leaves by the same exit, with
/// the same work, whether or not there is one: facts locate, they never authenticate, and nobody learns who is registered.
/// </summary>
public sealed class LocateAction(IRegister register) : IServiceAction
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
        var found = await register.Find(request.Fund.Id, query, cancellation);
        var values = ImmutableDictionary<string, string>.Empty.Add(ProofAnswers.Member, found?.Number ?? "");
        return new ActionResult(new Input.Outcome(Located, values), [request.Audit("member-sought", request.Service)]);
    }
}
