using ChatChannels.Conversation;

namespace ChatChannels.Services.Documents;

/// <summary>
/// Where documents are looked up. They are kept, and filed with a case, by a <see cref="Change"/>. A case is named by its number, a
/// request for the register by its id.
/// </summary>
public interface IDocumentFile
{
    /// <summary>A document that no case has yet, to who sent it; null for every other.</summary>
    Task<Document?> FindLoose(FundId fund, Address sender, Guid id, CancellationToken cancellation);

    /// <summary>What a case has, the oldest first.</summary>
    Task<IReadOnlyList<FiledDocument>> Of(FundId fund, string @case, CancellationToken cancellation);

    /// <summary>Opens a document that a case has, once the opening is in the audit chain; null where there is none of that id.</summary>
    Task<Document?> Open(AgentRight right, Guid id, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Forgets what no case took, and links past their time.</summary>
    /// <returns>How many documents were forgotten.</returns>
    Task<int> Sweep(DateTimeOffset sentBefore, DateTimeOffset expiredBefore, CancellationToken cancellation);
}
