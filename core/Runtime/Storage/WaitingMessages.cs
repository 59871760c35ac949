using ChatChannels.Conversation;

namespace ChatChannels.Runtime.Storage;

/// <summary>Messages that have not left, and are alike. Nothing personal.</summary>
/// <param name="State"><see cref="DeliveryState.Waiting"/> or <see cref="DeliveryState.Unsent"/>.</param>
/// <param name="Template">The text's key: what kind of message it is.</param>
/// <param name="Oldest">When the oldest of them was written.</param>
public sealed record WaitingMessages(DeliveryState State, Channel Channel, FundId Fund, string Template, int Count, DateTimeOffset Oldest);
