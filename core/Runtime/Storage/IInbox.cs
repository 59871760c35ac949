using ChatChannels.Conversation.Engine;
using ChatChannels.Services;

namespace ChatChannels.Runtime.Storage;

/// <summary>
/// What came in by channels that may send it again for days, taken in by a <see cref="Change.TakeIn"/> in the unit of its
/// turn. A copy is told by its session, which kept the reply; this only spares the search for what is new.
/// </summary>
public interface IInbox
{
    /// <summary>What a message is known again by.</summary>
    /// <param name="message">What tells it from every other of the session's.</param>
    InboxMark Mark(SessionKey session, string message);

    /// <summary>Whether the message of a mark may have come before; false is certain.</summary>
    ValueTask<bool> MayHave(InboxMark mark, CancellationToken cancellation);

    /// <summary>Forgets what came before an instant.</summary>
    Task Sweep(DateTimeOffset before, CancellationToken cancellation);
}
