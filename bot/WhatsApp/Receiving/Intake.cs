using ChatChannels.Bot.Chat;
using ChatChannels.Bot.WhatsApp.Screens;
using ChatChannels.Bot.WhatsApp.Sending;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Turns;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>Takes messages as turns: one person's in their order, different persons' at once.</summary>
internal sealed class Intake(ChatTurns turns, ScreenWriter screens, TimeProvider time, IOptions<BotOptions> options)
{
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
        var (once, now, language) = ($"whatsapp {message.Id}", time.GetUtcNow(), (Language?)null);
        return ScreenWriter.Request(message.To, message.From) with
        {
            Once = once,
            Read = stored =>
            {
                language = stored?.Session.Language;
                return message.Content is Content.Spoken spoken ? ChatReading.Of(stored, spoken.Heard, once, null, now) : ChatReading.Arrival(stored, once, null, now);
            },
            Along = reply => screens.Send(message.To, message.From, language is { } known ? Preceded(message, known, reply) : reply, message.At),
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
}
