using ChatChannels.Conversation;
using ChatChannels.Services.Messages;

namespace ChatChannels.Runtime.Delivery;

/// <summary>For development: a message counts as delivered once it is in the outbox, where the simulator shows it.</summary>
public sealed class LocalSender(Channel channel) : ISender
{
    public Channel Channel => channel;

    public Task<SendResult> Send(Message message, CancellationToken cancellation) => Task.FromResult(SendResult.Accepted);
}
