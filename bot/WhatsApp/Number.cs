using ChatChannels.Conversation.Flows;

namespace ChatChannels.Bot.WhatsApp;

/// <summary>A business number.</summary>
/// <param name="Token">Secret.</param>
internal sealed record Number(string Id, Fund Fund, string Token)
{
    public override string ToString() => $"Number {{ {Id} {Fund.Id} }}";
}
