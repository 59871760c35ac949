using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Failpoints;
using ChatChannels.Runtime.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Delivery;

/// <summary>
/// Delivers what is due: a message goes to its channel's sender; one not accepted is tried again after a growing wait,
/// until it is delivered, refused, tried too often or past its time. One that a dead node had taken is swept up after its lease.
/// </summary>
public sealed partial class Courier(
    IOutbox outbox, IEnumerable<ISender> senders, Unsent unsent, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<Courier> logger)
{
    private const int Batch = 100;

    private readonly ImmutableDictionary<Channel, ISender> _senders = senders.ToImmutableDictionary(sender => sender.Channel);

    /// <summary>Sees to what waited for a sender that there is now, and says what still waits for one.</summary>
    public async Task Begin(CancellationToken cancellation)
    {
        var (due, expired) = await outbox.Release(_senders.Keys.ToList(), time.GetUtcNow(), cancellation);
        if (due + expired > 0)
            LogReleased(logger, due, expired);
        unsent.Found((await outbox.Waiting(cancellation)).Where(waiting => waiting.State is DeliveryState.Unsent).Sum(waiting => waiting.Count));
        if (unsent.Sentence is { Length: > 0 } sentence)
            LogUnsent(logger, sentence);
    }

    /// <summary>Delivers everything that is due now; gives how many messages were handled.</summary>
    public async Task<int> Round(CancellationToken cancellation)
    {
        await outbox.Expire(time.GetUtcNow(), cancellation);
        var handled = 0;
        while (true)
        {
            var taken = time.GetTimestamp();
            var due = await outbox.Take(time.GetUtcNow(), options.Value.Lease, Batch, cancellation);
            await Task.WhenAll(due.GroupBy(message => message.Message.Person, StringComparer.Ordinal).Select(person => DeliverInOrder(person, taken, cancellation)));
            handled += due.Count;
            if (due.Count < Batch)
                return handled;
        }
    }

    /// <summary>The wait after a number of failed tries: doubling, bounded.</summary>
    internal static TimeSpan WaitAfter(int tries, DeliveryOptions options) =>
        TimeSpan.FromTicks((long)Math.Min(options.LongestWait.Ticks, options.FirstWait.Ticks * Math.Pow(2, tries - 1)));

    /// <summary>Half a lease to begin a try, half a lease for its end: nobody else takes a message that is still on its way.</summary>
    private TimeSpan Patience => options.Value.Lease / 2;

    /// <summary>One person's messages, one after the other; those whose turn does not come in time are left to the next to take them.</summary>
    private async Task DeliverInOrder(IEnumerable<DueMessage> person, long taken, CancellationToken cancellation)
    {
        foreach (var due in person.TakeWhile(_ => time.GetElapsedTime(taken) < Patience))
            await Deliver(due, cancellation);
    }

    private async Task Deliver(DueMessage due, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!_senders.TryGetValue(due.Message.Channel, out var sender))
        {
            await outbox.Settle(due.Message.Id, DeliveryState.Unsent, null, now, cancellation);
            unsent.SetAside();
            return;
        }

        var (state, next) = await TrySend(sender, due, cancellation) switch
        {
            SendResult.Accepted => (DeliveryState.Delivered, (DateTimeOffset?)null),
            SendResult.TryLater when due.Tries < options.Value.Tries => (DeliveryState.Waiting, now + WaitAfter(due.Tries, options.Value)),
            _ => (DeliveryState.Failed, null),
        };
        Failpoint.Reach(Failpoint.DuringDelivery);
        if (state is DeliveryState.Failed)
            LogGivenUp(logger, due.Message.Channel.Name, due.Message.Template, due.Tries);
        await outbox.Settle(due.Message.Id, state, next, now, cancellation);
    }

    private async Task<SendResult> TrySend(ISender sender, DueMessage due, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var sending = sender.Send(due.Message, patience.Token);
            return await sending.WaitAsync(Patience, time, cancellation);
        }
#pragma warning disable CA1031 // a sender that breaks is one to try again later
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogBroken(logger, failure, due.Message.Channel.Name);
            await patience.CancelAsync();
            return SendResult.TryLater;
        }
    }

    [LoggerMessage(1201, LogLevel.Warning, "A {Channel} message {Template} was given up after {Tries} tries")]
    private static partial void LogGivenUp(ILogger logger, string channel, string template, int tries);

    [LoggerMessage(1204, LogLevel.Information, "There is a sender now: {Due} messages that waited for one are due, {Expired} were past their time and have expired")]
    private static partial void LogReleased(ILogger logger, int due, int expired);

    [LoggerMessage(1205, LogLevel.Warning, "{Sentence}")]
    private static partial void LogUnsent(ILogger logger, string sentence);

    [LoggerMessage(1202, LogLevel.Warning, "The sender of {Channel} failed")]
    private static partial void LogBroken(ILogger logger, Exception failure, string channel);
}
