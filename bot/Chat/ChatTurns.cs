using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Documents;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.Chat;

/// <summary>Takes the turns of chats, and has what is written along with them delivered at once.</summary>
internal sealed class ChatTurns(TurnRunner turns, DocumentIntake documents, DeliveryBell bell)
{
    /// <summary>The reply, which is committed with all that is sent; null where nothing happened and the message may come again.</summary>
    public async Task<string?> Take(TurnRequest request)
    {
        var reply = await turns.Take(request);
        if (reply is not null && request.Along is not null)
            bell.Ring();
        return reply;
    }

    /// <summary>Whether the session of a turn asks for a file, so that one is worth reading.</summary>
    public Task<bool> AskForFile(TurnRequest request, CancellationToken cancellation) =>
        documents.IsAsked(request.Fund, request.Key, request.Address, cancellation);

    /// <summary>What a turn hears of a file, which is in the store by then if the turn's session asks for one.</summary>
    /// <param name="content">Fetches the file; null for one that cannot be had.</param>
    public async Task<Heard> Keep(TurnRequest request, Func<Task<byte[]?>> content, CancellationToken cancellation) =>
        new("") { File = await documents.Take(request.Fund, request.Key, request.Address, content, cancellation) };
}
