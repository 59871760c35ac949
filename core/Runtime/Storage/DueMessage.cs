using ChatChannels.Services.Messages;

namespace ChatChannels.Runtime.Storage;

/// <summary>A message to deliver now.</summary>
/// <param name="Tries">Tries so far, this one included.</param>
public sealed record DueMessage(Message Message, int Tries);
