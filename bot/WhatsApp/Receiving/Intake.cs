using ChatChannels.Bot.Chat;
using ChatChannels.Bot.WhatsApp.Media;
using ChatChannels.Bot.WhatsApp.Screens;
using ChatChannels.Bot.WhatsApp.Sending;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>Takes messages as turns: one person's in their order, different persons' at once.</summary>
internal sealed partial class Intake(
    ChatTurns turns,
    IMediaSource media,
    ScreenWriter screens,
    Relocation relocation,
    TimeProvider time,
    IOptions<BotOptions> options,
    ILogger<Intake> logger)
{
    /// <summary>Meta sends again at once, then ever less often: the third time some minutes later.</summary>
    private const int Tries = 3;

    /// <summary>A file that cannot be fetched is the fault of neither message nor turn, and may take longer.</summary>
    private const int FileTries = 6;

    /// <summary>Takes all; says whether all are committed. Behind one that is not, the same person's wait to come again.</summary>
    public async Task<bool> Take(IEnumerable<Received> messages, CancellationToken cancellation)
    {
        var whole = true;
        await Parallel.ForEachAsync(
            messages.GroupBy(message => (message.To.Id, message.From)),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.WhatsApp.AtOnce, CancellationToken = cancellation },
            async (person, stop) =>
            {
                foreach (var message in person.OrderBy(message => message.At ?? DateTimeOffset.MaxValue))
                {
                    if (await TakeSafely(message, stop))
                        continue;
                    Volatile.Write(ref whole, false);
                    break;
                }
            });
        return whole;
    }

    private async Task<bool> TakeSafely(Received message, CancellationToken cancellation)
    {
        try
        {
            return await Take(message, cancellation);
        }
#pragma warning disable CA1031 // one message that fails must not cost those of others
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure, message.To.Fund.Id.Value);
            return await turns.Fail(Request(message, null) with { Tries = FileTries }) is not null;
        }
    }

    /// <summary>
    /// Takes one; false where nothing happened and it must come again. One that fails each time is set aside after a few tries, so that
    /// the person's next ones get through.
    /// </summary>
    private async Task<bool> Take(Received message, CancellationToken cancellation)
    {
        if (message.Content is Content.Moved moved)
            return await relocation.Take(message, moved.To, cancellation);
        Fetched? fetched = null;
        var heard = message.Content switch
        {
            Content.Spoken spoken => spoken.Heard,
            Content.File file => await turns.Keep(ScreenWriter.Request(message.To, message.From), () => Fetch(file), cancellation),
            _ => null,
        };
        var request = Request(message, heard);
        return await (fetched is Fetched.NotNow ? turns.Fail(request with { Tries = FileTries }) : turns.Take(request)) is not null;

        async Task<byte[]?> Fetch(Content.File file)
        {
            fetched = await media.Fetch(message.To, file, cancellation);
            return (fetched as Fetched.Whole)?.Content;
        }
    }

    private TurnRequest Request(Received message, Heard? heard)
    {
        var (once, now, language) = (message.Id, time.GetUtcNow(), (Language?)null);
        return ScreenWriter.Request(message.To, message.From) with
        {
            Once = once,
            Tries = Tries,
            Read = stored =>
            {
                language = stored?.Session.Language;
                return ChatReading.Of(stored, heard, once, null, now);
            },
            Along = reply => screens.Send(message.To, message.From, language is { } known ? Preceded(message, known, reply) : reply, message.At),
        };
    }

    /// <summary>That something is not understood is said first; then stands again what was asked.</summary>
    private static string Preceded(Received message, Language language, string reply) => message.Content is Content.Other
        ? Payload.Before(message.To.Fund.Texts.Plain(language, CommonTexts.NotUnderstood), reply)
        : reply;

    [LoggerMessage(7420, LogLevel.Error, "A WhatsApp message to {Fund} could not be taken; it comes again")]
    private static partial void LogFailed(ILogger logger, Exception failure, string fund);
}
