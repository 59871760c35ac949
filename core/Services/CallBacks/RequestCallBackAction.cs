using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Messages;

namespace ChatChannels.Services.CallBacks;

/// <summary>The call-back key: a case that waits for an agent. One a person at a time; asking again gives the same reference, and no second SMS.</summary>
public sealed class RequestCallBackAction(ICaseFile cases, IIdSource ids, MessageWriter messages) : IServiceAction
{
    /// <summary>The message that confirms the request.</summary>
    public const string Confirmed = "call-back";

    /// <summary>What fills the message beside the values of every message.</summary>
    public const string Reference = "reference";

    private const string Requested = "requested";

    public ActionSignature Signature { get; } = new(
        Effect.Perform.RequestCallBack,
        [Requested],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Requested, [Reference]));

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (await cases.FindOpen(request.Fund.Id, Case.CallBack, request.Address.Value, cancellation) is { } waiting)
            return new ActionResult(Outcome(waiting.Number), []);
        var opened = new Case
        {
            Number = new CaseNumber(Luhn.Append(ids.NextDigits(9))),
            Fund = request.Fund.Id,
            Kind = Case.CallBack,
            State = CaseState.AwaitingCall,
            Language = request.Language,
            Answers = request.Answers,
            Filer = request.Address,
            Identity = request.Address.Value,
            OpenedAt = request.Now,
            ChangedAt = request.Now,
        };
        return new ActionResult(
            Outcome(opened.Number),
            [
                new Change.OpenCase(opened),
                new Change.Record(CaseAccess.Fact("call-back-requested", opened, request.Address, request.Now)),
                .. messages.Write(request.Fund, Notice(opened), request.Now, request.Today),
            ]);
    }

    private static Notice Notice(Case opened) => new()
    {
        Template = Confirmed,
        Kinds = [Channel.Sms],
        Language = opened.Language,
        Answers = AnswerSheet.None,
        Filer = opened.Filer,
        Values = ImmutableDictionary<string, string>.Empty.Add(Reference, opened.Number.Digits),
    };

    private static Input.Outcome Outcome(CaseNumber number) =>
        new(Requested, ImmutableDictionary<string, string>.Empty.Add(Reference, number.Digits));
}
