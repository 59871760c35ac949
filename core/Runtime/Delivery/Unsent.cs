using System.Globalization;
using ChatChannels.Conversation;

namespace ChatChannels.Runtime.Delivery;

/// <summary>The channels of notices that have no sender on this node, and how many messages this node knows to wait for one.</summary>
public sealed class Unsent(IEnumerable<ISender> senders)
{
    private int _count;

    /// <summary>Of SMS and e-mail, by which people are told of what they did, those without a sender.</summary>
    public IReadOnlyList<Channel> Channels { get; } =
        [.. new[] { Channel.Sms, Channel.Email }.Except(senders.Select(sender => sender.Channel))];

    /// <summary>How many messages wait, of any channel: those found at the start and those set aside since.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>What an operator should know; empty where every notice has a sender and nothing waits.</summary>
    public string Sentence => (Channels.Count, Count) switch
    {
        (0, 0) => "",
        (_, 0) => $"{Gap}such messages wait in the outbox until something does, and none is lost.",
        (_, 1) => $"{Gap}1 message waits in the outbox until something does; outbox status says which.",
        (_, var count) => string.Create(CultureInfo.InvariantCulture, $"{Gap}{count} messages wait in the outbox until something does; outbox status counts them by kind."),
    };

    private string Gap => Channels.Count == 0
        ? "Nothing sends the messages of a channel that is not configured any more: "
        : $"Nothing sends {string.Join(" or ", Channels.Select(channel => channel.Name))}: ";

    internal void Found(int count) => Interlocked.Exchange(ref _count, count);

    internal void SetAside() => Interlocked.Increment(ref _count);
}
