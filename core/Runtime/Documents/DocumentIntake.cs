using System.Runtime.InteropServices;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Documents;

namespace ChatChannels.Runtime.Documents;

/// <summary>Takes a file that a person sent into the store, and tells the turn of it.</summary>
public sealed class DocumentIntake(IStore store, IIdSource ids, TimeProvider time)
{
    /// <summary>A file that is not kept: nobody asked for it, or it is of no kind that is known, or too large. The turn says so.</summary>
    public static readonly Input.Sent Unkept = new("", "");

    /// <summary>
    /// Puts a file into the store, where no case has it yet: it is forgotten again after a day, should the turn never come or not want it.
    /// </summary>
    /// <param name="key">The session of the turn. Where it asks for no file, none is fetched and none is kept.</param>
    /// <param name="sender">The address of the turn.</param>
    /// <param name="content">Fetches the file; null for one that cannot be had, and is not taken.</param>
    /// <returns>The input of the turn.</returns>
    public async Task<Input.Sent> Take(
        Fund fund, SessionKey key, Address sender, Func<Task<byte[]?>> content, CancellationToken cancellation)
    {
        if (!await IsAsked(fund, key, sender, cancellation))
            return Unkept;
        if (await content() is not { } sent || Read(fund.Id, sent) is not { } document)
            return Unkept;
        await store.Commit(new Unit(null, [new Change.KeepDocument(document, sender)]), cancellation);
        return new Input.Sent(document.Id.ToString("D"), document.MediaType);
    }

    /// <summary>Whether a session asks for a file as it stands: asked before anything is read of one.</summary>
    public async Task<bool> IsAsked(Fund fund, SessionKey key, Address sender, CancellationToken cancellation) =>
        (await store.Find(key, sender, cancellation)).Session is { Session: var session } && Attaching.IsAsked(session, fund);

    /// <summary>A file as it is kept; null where its content is of no kind that is known, or broken, or larger than <see cref="Document.Largest"/>.</summary>
    public Document? Read(FundId fund, byte[] content) =>
        content.Length <= Document.Largest && FileKind.Of(content) is { } kind && CleanFile.Of(kind, content) is { } clean
            ? new Document(ids.NextId(), fund, kind.MediaType, ImmutableCollectionsMarshal.AsImmutableArray(clean), time.GetUtcNow())
            : null;
}
