using ChatChannels.Services.Messages;

namespace ChatChannels.Runtime.Storage;

/// <summary>A message of the outbox, and what became of it so far.</summary>
public sealed record OutboxEntry(Message Message, DeliveryState State);
