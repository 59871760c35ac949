using ChatChannels.Bot.Chat;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.WhatsApp.Sending;

/// <summary>Speaks to people on WhatsApp unasked, by the number that they wrote to.</summary>
internal sealed class GraphOutreach(Numbers numbers, ChatTurns turns, ScreenWriter screens) : IOutreach
{
    public Channel Channel => Channel.WhatsApp;

    public TimeSpan? Window => ServiceWindow.Length;

    public async Task<string?> Take(Outreach turn)
    {
        if (numbers.Find(turn.Way) is not { } number)
            return null;
        var (person, said) = (turn.Address.Value, (DateTimeOffset?)null);
        return await turns.Take(ScreenWriter.Request(number, person) with
        {
            Once = turn.Once,
            Read = stored =>
            {
                said = stored?.Session.LastAt;
                return turn.Read(stored);
            },
            Along = reply => screens.Send(number, person, reply, said),
        });
    }
}
