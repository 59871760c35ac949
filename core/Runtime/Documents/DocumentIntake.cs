using System.Runtime.InteropServices;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Documents;

namespace ChatChannels.Runtime.Documents;

/// <summary>Takes a file that a person sent into the store, and tells the turn of it.</summary>
public sealed class DocumentIntake(IStore store, IIdSource ids, TimeProvider time)
{
    /// <summary>
    /// Puts a file into the store, where no case has it yet. Which is forgotten again after a day, should the turn never come or not want it.
    /// </summary>
    /// <param name="sender">The address of the turn.</param>
    /// <param name="content">As it is to be kept: without what a camera adds, for instance.</param>
    /// <returns>The input of the turn; null where the content is of no kind that is known, or larger than <see cref="Document.Largest"/>.</returns>
    public async Task<Input.Sent?> Take(FundId fund, Address sender, byte[] content, CancellationToken cancellation)
    {
        if (Read(fund, content) is not { } document)
            return null;
        await store.Commit(new Unit(null, [new Change.KeepDocument(document, sender)]), cancellation);
        return new Input.Sent(document.Id.ToString("D"), document.MediaType);
    }

    /// <summary>A file as a document; null where the content is of no kind that is known, or larger than <see cref="Document.Largest"/>.</summary>
    public Document? Read(FundId fund, byte[] content) => content.Length <= Document.Largest && FileKind.Of(content) is { } kind
        ? new Document(ids.NextId(), fund, kind.MediaType, ImmutableCollectionsMarshal.AsImmutableArray(content), time.GetUtcNow())
        : null;
}
