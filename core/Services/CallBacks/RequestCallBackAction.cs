using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Messages;

namespace ChatChannels.Services.CallBacks;

/// <summary>
/// The call-back key: a case that waits for an agent. One a person at a time; asking again gives the same reference, and no second SMS.
/// A number that somebody typed is not proven to be theirs: no SMS goes there, and only a few call-backs a day.
/// </summary>
public sealed class RequestCallBackAction(ICaseFile cases, IAttempts attempts, IIdSource ids, MessageWriter messages) : IServiceAction
{
    /// <summary>Call-backs a day to a number that was typed.</summary>
    private const int MostToANumber = 3;

    /// <summary>Call-backs a day to typed numbers from one network: behind one, a mobile operator may hold many people.</summary>
    private const int MostFromANetwork = 20;

    /// <summary>The message that confirms the request.</summary>
    public const string Confirmed = "call-back";

    /// <summary>What fills the message beside the values of every message.</summary>
    public const string Reference = "reference";

    private const string Requested = "requested";

    public ActionSignature Signature { get; } = new(
        Effect.Perform.RequestCallBack,
        [Requested, Effect.Perform.CallBackRefused],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Requested, [Reference]));

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (await cases.FindOpen(request.Fund.Id, Case.CallBack, request.Address.Value, cancellation) is { } waiting)
            return new ActionResult(Outcome(waiting.Number), []);
        if (request.Answers[Effect.Perform.CallBackPhone] is { } given && !await MayBeAsked(request, given, cancellation))
            return ActionResult.Exit(Effect.Perform.CallBackRefused);
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

    /// <summary>Counts before anything is written, so that requests at the same time do not slip past.</summary>
    private async Task<bool> MayBeAsked(ActionRequest request, string phone, CancellationToken cancellation)
    {
        var subject = $"call-back:{request.Fund.Id}";
        string[] subjects = request.Network is { } network ? [$"{subject}:{phone}", $"{subject}:{network.Subject}"] : [$"{subject}:{phone}"];
        var counts = await attempts.Count(subjects, request.Today, cancellation);
        return counts[0] <= MostToANumber && (counts.Count == 1 || counts[1] <= MostFromANetwork);
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
