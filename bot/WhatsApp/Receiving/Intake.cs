using ChatChannels.Bot.Chat;
using ChatChannels.Bot.WhatsApp.Screens;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Messages;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>Takes messages as turns: one person's in their order, different persons' at once.</summary>
internal sealed class Intake(ChatTurns turns, IIdSource ids, TimeProvider time, IOptions<BotOptions> options)
{
    private static readonly WhatsAppScreens Screens = new();

    /// <summary>Takes all; says whether all are committed. Behind one that is not, the same person's wait to come again.</summary>
    public async Task<bool> Take(IEnumerable<Received> messages, CancellationToken cancellation)
    {
        var whole = true;
        await Parallel.ForEachAsync(
            messages.GroupBy(message => (message.To.Id, message.From)),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.WhatsApp.AtOnce, CancellationToken = cancellation },
            async (person, _) =>
            {
                foreach (var message in person.OrderBy(message => message.At ?? DateTimeOffset.MaxValue))
                {
                    if (await turns.Take(Request(message)) is not null)
                        continue;
                    Volatile.Write(ref whole, false);
                    break;
                }
            });
        return whole;
    }

    private TurnRequest Request(Received message)
    {
        var (fund, once) = (message.To.Fund, $"whatsapp {message.Id}");
        var (now, language) = (time.GetUtcNow(), (Language?)null);
        return new TurnRequest
        {
            Key = new SessionKey(fund.Id, Channel.WhatsApp, message.From),
            Fund = fund,
            Address = new Address(Channel.WhatsApp, message.From),
            Once = once,
            Read = stored =>
            {
                language = stored?.Session.Language;
                return message.Content is Content.Spoken spoken ? ChatReading.Of(stored, spoken.Heard, once, null, now) : ChatReading.Arrival(stored, once, null, now);
            },
            Along = reply => [new Change.Send(Screen(message, language is { } known ? Preceded(message, known, reply) : reply))],
            Screens = Screens,
            CanShow = fund.Languages,
        };
    }

    /// <summary>What is not understood is said first; then stands again what was asked.</summary>
    private static string Preceded(Received message, Language language, string reply) => message.Content switch
    {
        Content.Other => Payload.Before(Text(message, language, CommonTexts.NotUnderstood), reply),
        Content.File => Payload.Before(Text(message, language, CommonTexts.NoDocument), reply),
        _ => reply,
    };

    private static string Text(Received message, Language language, string key) => message.To.Fund.Texts.Plain(language, key);

    private Message Screen(Received message, string payload)
    {
        var now = time.GetUtcNow();
        var said = message.At is { } at && at < now ? at : now;
        return new Message
        {
            Id = ids.NextId(),
            Fund = message.To.Fund.Id,
            Channel = Channel.WhatsApp,
            To = message.From,
            Person = message.From,
            Template = Message.Screen,
            Language = message.To.Fund.Languages[0],
            Sender = message.To.Id,
            Text = payload,
            At = now,
            Expires = said + ServiceWindow.Length,
        };
    }
}
