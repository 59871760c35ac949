using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage;

/// <summary>
/// What came in by channels that may send it again for days, taken in by a <see cref="Services.Change.TakeIn"/> in the unit of its
/// turn. A copy is told by its session, which kept the reply; this only spares the search for what is new.
/// </summary>
public interface IInbox
{
    /// <summary>Whether a message may have come before; false is certain.</summary>
    /// <param name="message">What tells it from every other of the session's.</param>
    ValueTask<bool> MayHave(SessionKey session, string message, CancellationToken cancellation);

    /// <summary>Forgets what came before an instant; returns how many there were.</summary>
    Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation);
}
