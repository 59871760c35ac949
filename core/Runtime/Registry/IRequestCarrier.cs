using ChatChannels.Runtime.Delivery;
using ChatChannels.Services.Requests;

namespace ChatChannels.Runtime.Registry;

/// <summary>Hands requests to a register, which takes one of each idempotency key however often it is handed over.</summary>
public interface IRequestCarrier
{
    /// <summary>Hands one over. An exception counts as <see cref="SendResult.TryLater"/>.</summary>
    Task<SendResult> Deliver(RegisterRequest request, CancellationToken cancellation);
}
