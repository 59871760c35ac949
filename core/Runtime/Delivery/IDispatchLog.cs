using ChatChannels.Conversation;

namespace ChatChannels.Runtime.Delivery;

/// <summary>
/// What was handed to a carrier that cannot tell a copy from a second message: noted before it leaves, so that after a crash or a
/// timeout nobody hands it over again unknowingly.
/// </summary>
public interface IDispatchLog
{
    /// <summary>Notes that a part is about to be handed over.</summary>
    /// <returns>Null where it may be; else what became of it when it was handed over before.</returns>
    Task<DispatchState?> Begin(Dispatch dispatch, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The carrier has taken it, under an id of its own.</summary>
    Task Take(FundId fund, Dispatch dispatch, string carrierId, CancellationToken cancellation);

    /// <summary>The carrier has surely not taken it: it may be handed over again.</summary>
    Task Release(Dispatch dispatch, CancellationToken cancellation);

    /// <summary>The carrier reports on a part, by its own id of it.</summary>
    /// <param name="dispatch">The part, where the carrier tells it.</param>
    /// <returns>Whether that is news of one that is known.</returns>
    Task<bool> Report(FundId fund, string carrierId, Dispatch? dispatch, DispatchState state, CancellationToken cancellation);

    /// <summary>Forgets what was handed over before an instant; returns how many there were.</summary>
    Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation);
}
