using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Messages;

namespace ChatChannels.Services.Documents;

/// <summary>Sends links by which papers are sent later, from whatever phone or computer: each for one paper, once.</summary>
public sealed class PaperLinks(IIdSource ids, MessageWriter messages)
{
    /// <summary>The message, and what fills it beside the values of every message.</summary>
    public const string Message = "paper-link";
    public const string Link = "link";
    public const string Paper = "paper";
    public const string Days = "days";

    /// <summary>The path of the page.</summary>
    public const string Path = "papers";

    private const int DefaultDays = 7;

    /// <summary>What sending a link writes; nothing where no phone is known.</summary>
    public ImmutableArray<Change> Send(ActionRequest request, PaperHolder holder, State.Attach attach)
    {
        var token = ids.NextId().ToString("N");
        var days = DaysOf(request.Fund);
        var sent = messages.Write(request.Fund, Notice(request, attach.Paper, token, days), request.Now, request.Today);
        if (sent.OfType<Change.Send>().FirstOrDefault() is not { } sms)
            return [];
        var link = new DocumentLink
        {
            Fund = request.Fund.Id,
            Case = holder.Case,
            Reference = holder.Reference,
            Member = holder.Member,
            Paper = attach.Paper,
            Accepts = [.. attach.Accepts.Select(kind => kind.MediaType)],
            Language = request.Language,
            Filer = request.Address,
            Phone = sms.Message.To,
            Expires = request.Now.AddDays(days),
        };
        return [new Change.IssueLink(token, link), .. sent, request.Audit("paper-link-sent", $"{holder.Reference} {attach.Paper}")];
    }

    /// <summary>How long a link is valid, in days: the fund's policy <c>papers</c>, <c>link-days</c>; 7 where it states none.</summary>
    public static int DaysOf(Fund fund) => (int)(fund.Policies.GetValueOrDefault("papers", AnswerSettings.None).Number("link-days") ?? DefaultDays);

    private Notice Notice(ActionRequest request, string paper, string token, int days) => new()
    {
        Template = Message,
        Kinds = [Channel.Sms],
        Language = request.Language,
        Answers = request.Answers,
        Filer = request.Address,
        Values = ImmutableDictionary<string, string>.Empty
            .Add(Link, messages.LinkTo(Path, request.Fund.Id, token))
            .Add(Paper, request.Fund.Texts.Plain(request.Language, CommonTexts.Paper(paper)))
            .Add(Days, days.ToString(CultureInfo.InvariantCulture)),
    };
}
