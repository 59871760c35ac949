using System.Collections.Concurrent;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;

namespace ChatChannels.Bot.DirectLine;

/// <summary>
/// Lets each ticket for a stream in once, on whichever node: it stands in an address, where proxies and histories see it. What was used
/// is kept in the inbox, as copies of messages are.
/// </summary>
internal sealed class StreamTickets(IInbox inbox, IStore store, TimeProvider time)
{
    /// <summary>Those that are being used up at this moment: two requests at once must not both find a ticket unused.</summary>
    private readonly ConcurrentDictionary<string, bool> _entering = new(StringComparer.Ordinal);

    /// <summary>Uses a ticket up; false for one that was used before.</summary>
    public async Task<bool> Use(Caller caller, CancellationToken cancellation)
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
