using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages;

/// <summary>A file of the pages, embedded in the assembly. Its link changes with its content, so it is fetched once.</summary>
internal sealed record PageFile(string Name, string ContentType, byte[] Content)
{
    public static readonly PageFile Style = Embedded("pages.css", "text/css; charset=utf-8");
    public static readonly PageFile Print = Embedded("print.js", "text/javascript; charset=utf-8");

    private readonly string _version = Convert.ToHexStringLower(SHA256.HashData(Content))[..8];

    public string Route => $"/pages/{Name}";

    public string Link(string under) => $"{under}{Route}?{_version}";

    public IResult Serve(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(Content, ContentType);
    }

    private static PageFile Embedded(string name, string contentType)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream($"assets/{name}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new PageFile(name, contentType, content);
    }
}
