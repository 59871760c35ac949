using System.Collections.Immutable;
using ChatChannels.Runtime.Web;

namespace ChatChannels.Bot.WebChat;

/// <summary>The scripts of the page, the same for every fund. They name each other, so that all of them have one version.</summary>
internal static class ChatFiles
{
    private static readonly string Version = WebFile.VersionOf(typeof(ChatFiles).Assembly, "chat.js", "line.js", "screen.js", "field.js", "file.js");

    /// <summary>The one that begins, and those that it imports.</summary>
    public static readonly WebFile Script = Of("chat.js", JavaScript);
    public static readonly ImmutableArray<WebFile> Imported = [Of("line.js", JavaScript), Of("screen.js", JavaScript), Of("field.js", JavaScript), Of("file.js", JavaScript)];

    public static readonly ImmutableArray<WebFile> All = [Script, .. Imported];

    private const string JavaScript = "text/javascript; charset=utf-8";

    private static WebFile Of(string name, string contentType) => new(typeof(ChatFiles).Assembly, name, contentType, $"/chat/assets/{Version}/{name}");
}
