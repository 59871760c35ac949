namespace ChatChannels.Services.Documents;

/// <summary>Links by which papers are sent. They are issued and used up by a <see cref="Change"/>.</summary>
public interface IDocumentLinks
{
    /// <summary>What a token leads to, used or not; null for an unknown one.</summary>
    Task<DocumentLink?> Find(string token, CancellationToken cancellation);
}
