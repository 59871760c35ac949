using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The addresses that answers name.</summary>
internal sealed class ServerAddress(IOptions<BotOptions> options)
{
    public const string Path = "/v3/directline";

    /// <summary>The address of our endpoints as the client reaches them, without a slash behind.</summary>
    public string Of(HttpRequest request) => options.Value.DirectLine.PublicUrl is { } known
        ? known.AbsoluteUri.TrimEnd('/') + Path
        : $"{request.Scheme}://{request.Host}{request.PathBase}{Path}";

    /// <summary>Where a conversation's stream is; clients take it as it is, so the scheme must be that of sockets.</summary>
    public string OfStream(HttpRequest request, string conversation, string? watermark, string ticket) =>
        $"ws{Of(request)["http".Length..]}/conversations/{conversation}/stream?watermark={Uri.EscapeDataString(watermark ?? "")}&t={ticket}";

    /// <summary>Where a file is.</summary>
    public static string OfFile(string server, string conversation, string file, string ticket) => $"{server}/conversations/{conversation}/attachments/{file}?t={ticket}";
}
