using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatChannels.Runtime.Web;

/// <summary>A file that pages use, fetched once.</summary>
/// <param name="route">Where it is served; it holds the <see cref="VersionOf">version</see>, as browsers keep it for a year.</param>
public sealed class WebFile(byte[] content, string contentType, string route)
{
    private readonly byte[] _packed = Pack(content);

    /// <summary>A file that is embedded in an assembly as <c>assets/NAME</c>.</summary>
    public WebFile(Assembly assembly, string name, string contentType, string route)
        : this(Read(assembly, name), contentType, route)
    {
    }

    public string Route => route;

    /// <summary>How many octets a browser fetches.</summary>
    public int PackedLength => _packed.Length;

    /// <summary>The link to this very content.</summary>
    /// <param name="under">The path that the service is reached under; empty at the root.</param>
    public string Link(string under) => $"{under}{route}";

    /// <summary>What changes with the content of any of the files: a part of their route, where they name each other.</summary>
    public static string VersionOf(Assembly assembly, params ReadOnlySpan<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names)
            hash.AppendData(Read(assembly, name));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }

    public IResult Serve(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Packed(http, content, _packed, contentType);
    }

    /// <summary>A page made for one visit, packed where the browser takes it so.</summary>
    public static IResult Packed(HttpContext http, byte[] content, string contentType) => Packed(http, content, Pack(content), contentType);

    private static FileContentHttpResult Packed(HttpContext http, byte[] content, byte[] packed, string contentType)
    {
        http.Response.Headers.Vary = "Accept-Encoding, Accept-Language";
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Bytes(content, contentType);
        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(packed, contentType);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    /// <summary>The content of an embedded file.</summary>
    public static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream($"assets/{name}") ?? throw new FileNotFoundException($"{name} is not embedded.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
