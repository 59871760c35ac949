using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.HandOvers;

namespace ChatChannels.Runtime.HandOvers;

/// <summary>One round over those whom nobody answered in time: they are offered a call-back.</summary>
public sealed class HandOverRound(IHandOvers handOvers, HandOverTurns turns, IStore store, TimeProvider time)
{
    private const int Batch = 100;

    /// <summary>Goes round once; gives how many were due.</summary>
    public async Task<int> Pass(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = await handOvers.Due(now, Batch, cancellation);
        foreach (var handOver in due)
        {
            if (await turns.Take(handOver, new Input.AgentMissed(), "missed", session => session.Agent!.Due <= now) is DeskAnswer.Refused)
                await End(handOver, now, cancellation);
        }

        return due.Count;
    }

    /// <summary>The person is in another conversation by now, or cannot be spoken to: nobody is to be told.</summary>
    private async Task End(HandOver handOver, DateTimeOffset now, CancellationToken cancellation)
    {
        if (HandOverLife.Move(handOver, HandOverTrigger.Expire, now) is { } ended)
            await store.Commit(new Unit(null, [new Change.KeepHandOver(ended)]), cancellation);
    }
}
