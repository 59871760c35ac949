using ChatChannels.Conversation;
using ChatChannels.Services.Documents;

namespace ChatChannels.Tests.Services;

/// <summary>What was sent and no case has yet, in memory.</summary>
internal sealed class PaperDocuments : IDocumentFile
{
    public List<(Document Document, Address Sender)> Loose { get; } = [];

    public Task<Document?> FindLoose(FundId fund, Address sender, Guid id, CancellationToken cancellation) =>
        Task.FromResult(Loose.Where(kept => kept.Document.Id == id && kept.Document.Fund == fund && kept.Sender == sender).Select(kept => kept.Document).FirstOrDefault());

    public Task<IReadOnlyList<FiledDocument>> Of(FundId fund, string @case, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Document?> Open(AgentRight right, Guid id, DateTimeOffset now, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<int> Sweep(DateTimeOffset sentBefore, DateTimeOffset expiredBefore, CancellationToken cancellation) => throw new NotSupportedException();
}
