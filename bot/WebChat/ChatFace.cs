using System.Security.Cryptography;
using System.Text;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Web;

namespace ChatChannels.Bot.WebChat;

/// <summary>What the page of one fund looks like: its mark, and the style sheet behind the fund's colours.</summary>
internal sealed record ChatFace(WebFile Style, WebFile Mark)
{
    private const string StyleName = "chat.css";

    private static readonly byte[] Sheet = WebFile.Read(typeof(ChatFace).Assembly, StyleName);

    public static ChatFace Of(Fund fund)
    {
        var look = fund.Look;
        byte[] style = [.. Encoding.UTF8.GetBytes($":root {{ --fund: {look.Colour}; --fund-on-dark: {look.ColourOnDark}; }}\n"), .. Sheet];
        var mark = Encoding.UTF8.GetBytes(look.Mark);
        return new ChatFace(
            new WebFile(style, "text/css; charset=utf-8", RouteOf(fund, style, StyleName)),
            new WebFile(mark, "image/svg+xml", RouteOf(fund, mark, FundLook.MarkFile)));
    }

    /// <summary>The file of a link of ours; null for any other.</summary>
    public WebFile? Find(string route) => new[] { Style, Mark }.FirstOrDefault(file => string.Equals(file.Route, route, StringComparison.Ordinal));

    private static string RouteOf(Fund fund, byte[] content, string name) =>
        $"/chat/{fund.Id.Value}/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..8]}/{name}";
}
