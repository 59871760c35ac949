using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Who calls, as a secret or a token says.</summary>
/// <param name="Conversation">The only conversation that a token opens; null for the holder of the fund's secret, who may open any of its.</param>
/// <param name="User">Who speaks, whatever the activities say; null where the client may say it.</param>
internal sealed record Caller(Fund Fund, string? Conversation, string? User)
{
    /// <summary>Where the request comes from.</summary>
    public NetworkOrigin Network { get; init; }

    /// <summary>Until when a stream may stay open; only of a ticket for one.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>What tells a ticket for a stream from every other; null for other tokens.</summary>
    public string? Ticket { get; init; }

    public bool MayOpen(string conversation) => Conversation is null || string.Equals(Conversation, conversation, StringComparison.Ordinal);

    public override string ToString() => $"Caller {{ {Fund.Id} }}";
}
