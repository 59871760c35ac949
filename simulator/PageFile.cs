using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace ChatChannels.Simulator;

/// <summary>One file of the page, embedded in the assembly.</summary>
internal sealed record PageFile(string Name, byte[] Content)
{
    private const string Folder = "page/";

    public string Route => Name is "index.html" ? "/" : $"/{Name}";

    public string ContentType => Path.GetExtension(Name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new UnreachableException($"No content type for {Name}."),
    };

    public EntityTagHeaderValue Tag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Content))[..16]}\"");

    public static IEnumerable<PageFile> All()
        => typeof(PageFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => new PageFile(name[Folder.Length..], Read(name)));

    private static byte[] Read(string resource)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
