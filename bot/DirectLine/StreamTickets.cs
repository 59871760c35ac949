using System.Collections.Concurrent;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Bot.DirectLine;

/// <summary>
/// Lets each ticket for a stream in once, on whichever node: it stands in an address, where proxies and histories see it. What was used
/// is kept in the inbox, as copies of messages are.
/// </summary>
internal sealed class StreamTickets(Tokens tokens, IInbox inbox, IStore store, TimeProvider time)
{
    /// <summary>Those that are being used up at this moment: two requests at once must not both find a ticket unused.</summary>
    private readonly ConcurrentDictionary<string, bool> _entering = new(StringComparer.Ordinal);

    /// <summary>Who opens a stream, or what they are sent away with. The ticket is used up.</summary>
    public async Task<(Caller? Caller, IResult? Refusal)> Enter(HttpContext http, string conversation, string? ticket)
    {
        if (await tokens.Read(ticket ?? "", TokenUse.Stream) is not { } caller)
            return (null, Answer.BadCredential());
        if (!caller.MayOpen(conversation))
            return (null, Answer.NotYours());
        if (!http.WebSockets.IsWebSocketRequest)
            return (null, Answer.Bad("The stream is a WebSocket."));
        return await Use(caller, http.RequestAborted) ? (caller, null) : (null, Answer.BadCredential());
    }

    /// <summary>Uses a ticket up; false for one that was used before.</summary>
    private async Task<bool> Use(Caller caller, CancellationToken cancellation)
    {
        if (caller is not { Ticket: { } ticket, Conversation: { } conversation } || !_entering.TryAdd(ticket, value: true))
            return false;
        try
        {
            var mark = inbox.Mark(new SessionKey(caller.Fund.Id, Channel.Web, conversation), $"stream {ticket}");
            return !await inbox.MayHave(mark, cancellation)
                && await store.Commit(new Unit(null, [new Change.TakeIn(mark, time.GetUtcNow())]), cancellation) is CommitResult.Committed;
        }
        finally
        {
            _entering.TryRemove(ticket, out _);
        }
    }
}
