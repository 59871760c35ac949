using System.Collections.Immutable;
using ChatChannels.Runtime.Web;

namespace ChatChannels.Bot.WebChat;

/// <summary>The files that the page uses. The scripts name each other, so that all of them have one version.</summary>
internal static class ChatFiles
{
    private static readonly string Version = WebFile.VersionOf(typeof(ChatFiles).Assembly, "chat.css", "chat.js", "line.js", "screen.js", "file.js");

    public static readonly WebFile Style = Of("chat.css", "text/css; charset=utf-8");

    /// <summary>The one that begins, and those that it imports.</summary>
    public static readonly WebFile Script = Of("chat.js", JavaScript);
    public static readonly ImmutableArray<WebFile> Imported = [Of("line.js", JavaScript), Of("screen.js", JavaScript), Of("file.js", JavaScript)];

    public static readonly ImmutableArray<WebFile> All = [Style, Script, .. Imported];

    private const string JavaScript = "text/javascript; charset=utf-8";

    private static WebFile Of(string name, string contentType) => new(typeof(ChatFiles).Assembly, name, contentType, $"/chat/assets/{Version}/{name}");
}
