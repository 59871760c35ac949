using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.Chat;

/// <summary>Takes the turns of chats, and has what is written along with them delivered at once.</summary>
internal sealed class ChatTurns(TurnRunner turns, DeliveryBell bell)
{
    /// <summary>The reply, which is committed with all that is sent; null where nothing happened and the message may come again.</summary>
    public async Task<string?> Take(TurnRequest request)
    {
        var reply = await turns.Take(request);
        if (reply is not null && request.Along is not null)
            bell.Ring();
        return reply;
    }
}
