using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;
using Attach = ChatChannels.Conversation.Flows.State.Attach;

namespace ChatChannels.Services.Documents;

/// <summary>
/// Files the papers that a flow asked for with what is filed: takes those that were sent, sends a link for those that come by one, and
/// tells which are awaited.
/// </summary>
public sealed class Papers(IDocumentFile documents, PaperLinks links)
{
    /// <summary>The answer that an action brings along where papers are awaited: their words in every language of the fund.</summary>
    public const string Awaited = "awaited";

    private const string Comma = ", ";

    public async Task<FiledPapers> File(ActionRequest request, PaperHolder holder, CancellationToken cancellation)
    {
        var (kept, awaits, changes) = (holder.Answers, ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<Change>());
        foreach (var attach in AskedIn(request.Fund, holder.Answers))
        {
            var (way, more) = await File(request, holder, attach, cancellation);
            kept = kept.With(attach.As, way);
            changes.AddRange(more);
            if (way is not Attach.Sent)
                awaits.Add(attach.Paper);
        }

        return new FiledPapers(kept, awaits.ToImmutable(), changes.ToImmutable());
    }

    /// <summary>The states whose papers answers tell of.</summary>
    public static IEnumerable<Attach> AskedIn(Fund fund, AnswerSheet answers) =>
        answers.Values.Where(answer => answer.Value.Length > 0).Select(answer => fund.CollectorOf(answer.Key)).OfType<Attach>();

    /// <summary>Papers in a person's words.</summary>
    public static string Words(Fund fund, Language language, IEnumerable<string> papers) =>
        string.Join(language.IsRightToLeft ? "، " : Comma, papers.Select(paper => fund.Texts.Plain(language, CommonTexts.Paper(paper))));

    /// <summary>What actions bring along of papers that are awaited; empty where none is.</summary>
    public static ImmutableDictionary<string, string> Told(Fund fund, ImmutableArray<string> awaits) => fund.Languages
        .Select(language => KeyValuePair.Create($"{Awaited}.{language}", Words(fund, language, awaits)))
        .Append(KeyValuePair.Create(Awaited, string.Join(' ', awaits)))
        .ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The most that can be awaited at once: every paper that a fund's flows ask for.</summary>
    public static string Widest(Fund fund, Language language) =>
        Words(fund, language, fund.Flows.SelectMany(flow => flow.States).OfType<Attach>().Select(attach => attach.Paper).Distinct(StringComparer.Ordinal));

    private async Task<(string Way, ImmutableArray<Change> Changes)> File(ActionRequest request, PaperHolder holder, Attach attach, CancellationToken cancellation)
    {
        var (way, before) = (holder.Answers[attach.As]!, holder.Before?.Answers[attach.As]);
        if (way is Attach.Sent && await Find(request, attach, cancellation) is { } document)
            return (way, [new Change.FileDocument(document, holder.Case, attach.Paper), request.Audit("document-filed", $"{holder.Reference} {attach.Paper}")]);
        if (before is Attach.Sent)
            return (before, []);
        if (way is Attach.Sent)
            return (Attach.Agency, []); // it was forgotten meanwhile
        return (way, way is Attach.Link && (holder.Anew || before is not Attach.Link) ? links.Send(request, holder, attach) : []);
    }

    /// <summary>What was sent for a state in this session, unless it was filed since.</summary>
    private async Task<Document?> Find(ActionRequest request, Attach attach, CancellationToken cancellation) =>
        Guid.TryParse(request.Answers[Attach.DocumentOf(attach.As)], out var id) ? await documents.FindLoose(request.Fund.Id, request.Address, id, cancellation) : null;
}
