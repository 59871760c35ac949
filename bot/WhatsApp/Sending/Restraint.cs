using System.Collections.Concurrent;
using ChatChannels.Services.Messages;

namespace ChatChannels.Bot.WhatsApp.Sending;

/// <summary>
/// Holds messages back, in this node's memory: all of a number that sends too much, all to a person who got too much, and those to a
/// person behind one that must be tried again, so that they come in their order.
/// </summary>
internal sealed class Restraint(TimeProvider time)
{
    /// <summary>About one message in six seconds to one person, after a burst.</summary>
    private static readonly TimeSpan PairPause = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan NumberPause = TimeSpan.FromSeconds(10);

    /// <summary>How long those behind wait for one that is tried again: by then it may have been given up.</summary>
    private static readonly TimeSpan LongestOrder = TimeSpan.FromMinutes(10);

    /// <summary>Beyond it everything that is over is forgotten.</summary>
    private const int Kept = 10_000;

    private readonly ConcurrentDictionary<(string Number, string To), Held> _held = [];

    /// <summary>Whether a message must wait.</summary>
    public bool Holds(Number number, Message message)
    {
        var now = time.GetUtcNow();
        return (_held.TryGetValue((number.Id, ""), out var all) && now < all.AnyUntil)
            || (_held.TryGetValue((number.Id, message.To), out var pair) && (now < pair.AnyUntil || (now < pair.LaterUntil && (message.At, message.Id).CompareTo(pair.First) > 0)));
    }

    /// <summary>A message must be tried again, and others with it.</summary>
    public void Hold(Number number, Message message, GraphFaultKind why)
    {
        var now = time.GetUtcNow();
        if (_held.Count > Kept)
            Forget(now);
        if (why is GraphFaultKind.Throttled)
            _held[(number.Id, "")] = new Held(now + NumberPause, default, default);
        _held[(number.Id, message.To)] = new Held(why is GraphFaultKind.PairThrottled ? now + PairPause : default, now + LongestOrder, (message.At, message.Id));
    }

    /// <summary>A message is settled: who waited behind it may go.</summary>
    public void Release(Number number, Message message)
    {
        if (_held.TryGetValue((number.Id, message.To), out var pair) && pair.First == (message.At, message.Id))
            _held.TryRemove(KeyValuePair.Create((number.Id, message.To), pair));
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, held) in _held)
            if (held.AnyUntil <= now && held.LaterUntil <= now)
                _held.TryRemove(key, out _);
    }

    /// <summary>Why those to a person, or by a number, must wait.</summary>
    /// <param name="AnyUntil">Nothing may be sent before.</param>
    /// <param name="LaterUntil">Nothing that came after the first may be sent before.</param>
    private sealed record Held(DateTimeOffset AnyUntil, DateTimeOffset LaterUntil, (DateTimeOffset At, Guid Id) First);
}
