using System.Collections.Immutable;
using ChatChannels.Bot.WhatsApp.Screens;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Messages;

namespace ChatChannels.Bot.WhatsApp.Sending;

/// <summary>Writes the turns' screens into the outbox, to leave by the number that the person writes to.</summary>
internal sealed class ScreenWriter(IIdSource ids, TimeProvider time)
{
    private static readonly WhatsAppScreens Screens = new();

    /// <summary>A turn of a person's, without what is read and sent.</summary>
    public static TurnRequest Request(Number number, string person) => new()
    {
        Key = new SessionKey(number.Fund.Id, Channel.WhatsApp, person),
        Fund = number.Fund,
        Address = new Address(Channel.WhatsApp, person),
        Read = _ => new Reading.OutOfStep(),
        Screens = Screens,
        CanShow = number.Fund.Languages,
        Way = () => number.Id,
    };

    /// <summary>The screen in the outbox; nothing where the bot is silent.</summary>
    /// <param name="said">When the person last wrote, from which on anything may be said for a while; null where that is now.</param>
    public ImmutableArray<Change> Send(Number number, string person, string payload, DateTimeOffset? said)
    {
        var now = time.GetUtcNow();
        return payload.Length == 0 ? [] :
        [
            new Change.Send(new Message
            {
                Id = ids.NextId(),
                Fund = number.Fund.Id,
                Channel = Channel.WhatsApp,
                To = person,
                Person = person,
                Template = Message.Screen,
                Language = number.Fund.Languages[0],
                Sender = number.Id,
                Text = payload,
                At = now,
                Expires = (said is { } at && at < now ? at : now) + ServiceWindow.Length,
            }),
        ];
    }
}
