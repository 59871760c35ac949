namespace ChatChannels.Simulator.World;

/// <summary>A message that the service has sent, or is about to send.</summary>
/// <param name="Id">Identifier that never changes, so that the page announces a message once.</param>
/// <param name="Kind">SMS or e-mail.</param>
/// <param name="From">Sender: a name, a short code, a number or an e-mail address.</param>
/// <param name="To">Recipient: a number or an e-mail address.</param>
/// <param name="Text">The whole text.</param>
public sealed record SimulatedMessage(string Id, MessageKind Kind, string From, string To, string Text)
{
    /// <summary>When it was written, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What became of it.</summary>
    public MessageState State { get; init; } = MessageState.Delivered;

    /// <summary>Subject of an e-mail; <see langword="null"/> for an SMS.</summary>
    public string? Subject { get; init; }

    /// <summary>Segments the SMS was billed as, 1 or more; <see langword="null"/> for an e-mail.</summary>
    public int? Segments { get; init; }
}
