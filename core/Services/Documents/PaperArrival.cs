using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Audit;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Requests;

namespace ChatChannels.Services.Documents;

/// <summary>A paper that was awaited has come by its link: it goes to the case, which waits for it no more, and the person is told.</summary>
public sealed class PaperArrival(ICaseFile cases, IIdSource ids, MessageWriter messages)
{
    /// <summary>The message, and what fills it beside the values of every message.</summary>
    public const string Message = "paper-received";
    public const string Paper = "paper";
    public const string Reference = "reference";

    /// <summary>What the register is told of a request that a paper belongs to.</summary>
    public const string RequestKind = "paper-received";

    /// <summary>What the arrival writes; clashes when the link was used before, or the case changed meanwhile.</summary>
    /// <param name="today">The fund's date.</param>
    public async Task<ImmutableArray<Change>> Take(Fund fund, string token, DocumentLink link, Document document, DateOnly today, CancellationToken cancellation)
    {
        var current = link.Member is null ? await cases.Find(fund.Id, new CaseNumber(link.Case), cancellation) : null;
        return
        [
            new Change.UseLink(token, link, document.At),
            new Change.FileDocument(document, link.Case, link.Paper),
            .. current is not null && Received(fund, current, link.Paper, document.At) is { } next ? [new Change.ReplaceCase(next)] : ImmutableArray<Change>.Empty,
            .. link.Member is { } member ? [new Change.Ask(Told(link, member, document.At))] : ImmutableArray<Change>.Empty,
            new Change.Record(new AuditFact(fund.Id, "document-filed", $"{link.Reference} {link.Paper}", link.Filer, document.At)),
            .. messages.Write(fund, Notice(fund, link, document.At), document.At, today),
        ];
    }

    /// <summary>The case that has the paper; null for a frozen one, which only keeps it.</summary>
    private static Case? Received(Fund fund, Case current, string paper, DateTimeOffset now)
    {
        var answers = Papers.AskedIn(fund, current.Answers)
            .Where(attach => string.Equals(attach.Paper, paper, StringComparison.Ordinal))
            .Aggregate(current.Answers, (sheet, attach) => sheet.With(attach.As, State.Attach.Sent));
        return CaseLife.Move(current with { Answers = answers, Awaits = current.Awaits.Remove(paper, StringComparer.Ordinal) }, CaseTrigger.AddPaper, now);
    }

    private RegisterRequest Told(DocumentLink link, string member, DateTimeOffset now) => new()
    {
        Id = ids.NextId(),
        Fund = link.Fund,
        Kind = RequestKind,
        Member = member,
        Filer = link.Filer,
        Answers = AnswerSheet.None.With(Reference, link.Reference).With(Paper, link.Paper),
        Reference = link.Reference,
        At = now,
    };

    private static Notice Notice(Fund fund, DocumentLink link, DateTimeOffset now) => new()
    {
        Template = Message,
        Kinds = [Channel.Sms],
        Language = link.Language,
        Answers = AnswerSheet.None,
        Filer = link.Filer,
        Destination = new Destination(link.Phone, link.Filer.Value, now + MessageWriter.Lifetime),
        Values = ImmutableDictionary<string, string>.Empty
            .Add(Paper, fund.Texts.Plain(link.Language, CommonTexts.Paper(link.Paper)))
            .Add(Reference, link.Reference),
    };
}
