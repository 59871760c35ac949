using ChatChannels.Conversation;

namespace ChatChannels.Runtime.Storage;

/// <summary>
/// What came in by channels that may send it again for days. It is taken in by a <see cref="Services.Change.TakeIn"/> in the unit of
/// its turn.
/// </summary>
public interface IInbox
{
    /// <summary>Whether a message came before.</summary>
    /// <param name="message">What tells it from every other of the fund's.</param>
    Task<bool> Has(FundId fund, string message, CancellationToken cancellation);

    /// <summary>Forgets what came before an instant; returns how many there were.</summary>
    Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation);
}
