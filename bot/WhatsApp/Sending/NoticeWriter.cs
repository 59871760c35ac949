using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatChannels.Bot.WhatsApp.Screens;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Text;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Messages;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp.Sending;

/// <summary>Writes notices: as plain words within 24 hours of the person's last message, by the approved template after.</summary>
internal sealed partial class NoticeWriter(IStore store, IOptions<BotOptions> options, TimeProvider time)
{
    private const int LongestParameter = 1024;

    /// <summary>Whether plain words may be sent. By the person's last turn, which is about when they wrote.</summary>
    public async Task<bool> IsOpen(Message notice, CancellationToken cancellation)
    {
        var latest = await store.FindLatest(notice.Fund, new Address(Channel.WhatsApp, notice.To), cancellation);
        return latest is not null && latest.LastAt + ServiceWindow.Length > time.GetUtcNow();
    }

    public static JsonObject Plain(Message notice) => Payload.Of(new Bubble.Words(Shortened(notice.Text, Bubble.Words.LongestBody)));

    /// <summary>The notice by its language's template, or null where none is approved.</summary>
    public JsonObject? Templated(Message notice)
    {
        if (options.Value.WhatsApp.Templates?.GetValueOrDefault(notice.Language.Code) is not { } name)
            return null;
        var text = new JsonObject { ["type"] = "text", ["text"] = Shortened(Blanks().Replace(notice.Text, " ").Trim(), LongestParameter) };
        return new JsonObject
        {
            ["type"] = "template",
            ["template"] = new JsonObject
            {
                ["name"] = name,
                ["language"] = new JsonObject { ["code"] = notice.Language.Code },
                ["components"] = new JsonArray(new JsonObject { ["type"] = "body", ["parameters"] = new JsonArray(text) }),
            },
        };
    }

    private static string Shortened(string text, int longest) => TextCutter.Take(text, part => part.Length <= longest).Head;

    /// <summary>Parameters hold no line break, and no more than four blanks on end.</summary>
    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
