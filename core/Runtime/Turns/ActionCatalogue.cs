using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows.Loading;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Actions;
using ChatChannels.Services.CallBacks;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Members;
using ChatChannels.Services.Processing;
using ChatChannels.Services.Requests;
using ChatChannels.Services.Verification;

namespace ChatChannels.Runtime.Turns;

/// <summary>The service actions there are, by name, and what flows may rely on of them.</summary>
public sealed class ActionCatalogue(IEnumerable<IServiceAction> actions)
{
    private readonly ImmutableDictionary<string, IServiceAction> _actions =
        actions.ToImmutableDictionary(action => action.Signature.Name, StringComparer.Ordinal);

    public IServiceAction this[string name] => _actions[name];

    /// <summary>What the loader checks a fund's flows and texts against.</summary>
    public ServiceContract Contract => new(
        [.. _actions.Values.Select(action => action.Signature)],
        ImmutableDictionary<string, ImmutableArray<Channel>>.Empty
            .Add(CaseProcessing.NumberGiven, [Channel.Sms, Channel.Email])
            .Add(CaseProcessing.ToComplete, [Channel.Sms, Channel.Email])
            .Add(Effect.Notify.DialBack, [Channel.Sms])
            .Add(RequestCallBackAction.Confirmed, [Channel.Sms])
            .Add(LateAnswers.DialAgain, [Channel.Sms])
            .Add(LateAnswers.Standing, [Channel.Sms])
            .Add(LateAnswers.Claims, [Channel.Sms])
            .Add(ClaimNews.Changed, [Channel.Sms])
            .Add(CodeIssue.Code, [Channel.Sms, Channel.Email])
            .Add(CodeIssue.NotYet, [Channel.Sms, Channel.Email])
            .Add(SendPasswordLinkAction.Message, [Channel.Sms, Channel.Email])
            .Add(GiveOneTimePasswordAction.Message, [Channel.Sms])
            .Add(PaperLinks.Message, [Channel.Sms])
            .Add(PaperArrival.Message, [Channel.Sms])
            .Add(RequestNotice.Filed, [Channel.Sms, Channel.Email])
            .Add(RecoveryNotice.Recovered, [Channel.Sms, Channel.Email]),
        ImmutableDictionary<string, ImmutableArray<string>>.Empty
            .Add(CaseProcessing.NumberGiven, ["registration-number", "case-number"])
            .Add(CaseProcessing.ToComplete, ["reasons", "case-number"])
            .Add(RequestCallBackAction.Confirmed, [RequestCallBackAction.Reference])
            .Add(LateAnswers.DialAgain, [MemberAnswers.Reference])
            .Add(LateAnswers.Standing, [MemberAnswers.Reference, MemberAnswers.RegistrationNumber])
            .Add(LateAnswers.Claims, [MemberAnswers.Reference, ClaimNews.Line])
            .Add(ClaimNews.Changed, [ClaimNews.Line])
            .Add(RequestNotice.Filed, [MemberAnswers.Reference])
            .Add(CodeIssue.Code, [CodeIssue.CodeValue, CodeIssue.Minutes])
            .Add(CodeIssue.NotYet, [CodeIssue.Days])
            .Add(SendPasswordLinkAction.Message, [SendPasswordLinkAction.Link])
            .Add(PaperLinks.Message, [PaperLinks.Link, PaperLinks.Paper, PaperLinks.Days])
            .Add(PaperArrival.Message, [PaperArrival.Paper, PaperArrival.Reference])
            .Add(GiveOneTimePasswordAction.Message, [GiveOneTimePasswordAction.Password]));
}
