using ChatChannels.Conversation;
using ChatChannels.Services.Messages;

namespace ChatChannels.Runtime.Delivery;

/// <summary>Delivers on this machine only: a message counts as delivered, and the simulator shows it from the outbox.</summary>
public sealed class LocalSender(Channel channel) : ISender
{
    public Channel Channel => channel;

    public Task<SendResult> Send(Message message, CancellationToken cancellation) => Task.FromResult(SendResult.Accepted);
}
