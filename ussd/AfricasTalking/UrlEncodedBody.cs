using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>Reads a urlencoded body strictly: bounded, and UTF-8 or nothing. The framework's reader lets broken octets pass as other letters.</summary>
internal static class UrlEncodedBody
{
    /// <summary>A callback is some hundred bytes; more is nobody's answer.</summary>
    private const int Largest = 16 * 1024;
    private const int MostFields = 64;

    public static bool IsIn(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The whole body, or null when it is too large.</summary>
    public static async Task<byte[]?> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > Largest)
            return null;
        var room = new byte[(int)(request.ContentLength ?? Largest) + 1];
        var length = await request.Body.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, cancellation);
        return length > Largest ? null : room[..length];
    }

    /// <summary>The fields, or null when they are not UTF-8 or too many.</summary>
    public static FormCollection? Decode(byte[] body)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var count = 0;
        foreach (var range in body.AsSpan().Split((byte)'&'))
        {
            if (++count > MostFields || Field(body[range]) is not var (name, value))
                return null;
            fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), value);
        }

        return new FormCollection(fields);
    }

    /// <summary>A field's name and value; one without a sign of equality has none.</summary>
    private static (string Name, string Value)? Field(byte[] encoded)
    {
        var sign = Array.IndexOf(encoded, (byte)'=');
        var end = sign < 0 ? encoded.Length : sign;
        return Text(encoded[..end]) is { } name && Text(encoded[Math.Min(end + 1, encoded.Length)..]) is { } value ? (name, value) : null;
    }

    private static string? Text(byte[] encoded)
    {
        var octets = WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length) ?? throw new UnreachableException();
        return Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets) : null;
    }
}
