using ChatChannels.Conversation;
using ChatChannels.Services.Messages;

namespace ChatChannels.Runtime.Delivery;

/// <summary>Hands messages of one channel over to whoever carries them.</summary>
public interface ISender
{
    Channel Channel { get; }

    /// <summary>Hands one message over. Failures that are expected are values; an exception counts as <see cref="SendResult.TryLater"/>.</summary>
    Task<SendResult> Send(Message message, CancellationToken cancellation);
}
