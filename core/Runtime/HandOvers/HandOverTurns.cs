using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services.HandOvers;

namespace ChatChannels.Runtime.HandOvers;

/// <summary>Takes what comes from the agents' side as turns of the person's chat, one at a time with what the person does.</summary>
public sealed class HandOverTurns(FundDirectory funds, IEnumerable<IOutreach> channels, TimeProvider time)
{
    private readonly ImmutableDictionary<Channel, IOutreach> _channels = channels.ToImmutableDictionary(channel => channel.Channel);

    /// <summary>Takes a turn, while the session is in the hand-over and in a given life.</summary>
    /// <param name="once">Tells it from every other of the hand-over's.</param>
    /// <param name="fits">Whether the session, which is in the hand-over, is where the turn fits.</param>
    public async Task<DeskAnswer> Take(HandOver handOver, Input input, string once, Func<Session, bool> fits)
    {
        if (funds.Find(handOver.Fund) is not { } fund || !_channels.TryGetValue(handOver.Address.Channel, out var channel))
            return DeskAnswer.Refused;
        var (id, isRefused) = ($"hand-over {handOver.Id} {once}", false);
        var reply = await channel.Take(new Outreach(fund, handOver.Address, handOver.Way, id, stored =>
        {
            isRefused = !string.Equals(stored?.Session.Agent?.Id, handOver.Id, StringComparison.Ordinal)
                || !fits(stored!.Session)
                || stored.Session.LastAt + channel.Window <= time.GetUtcNow();
            return isRefused ? new Reading.OutOfStep() : new Reading.Fresh(input, id);
        }));
        return reply is null ? DeskAnswer.Later : isRefused ? DeskAnswer.Refused : DeskAnswer.Done;
    }
}
