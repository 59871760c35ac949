using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>Reads a urlencoded body strictly: bounded, and UTF-8 or nothing. The framework's reader lets broken octets pass as other letters.</summary>
internal static class UrlEncodedBody
{
    /// <summary>A callback is some hundred bytes; more is nobody's answer.</summary>
    private const int Largest = 16 * 1024;
    private const int MostFields = 64;
    private const string FormType = "application/x-www-form-urlencoded";

    public static bool IsIn(HttpRequest request) =>
        request.ContentType is FormType || IsForm(request);

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The whole body, or null when it is too large.</summary>
    public static ValueTask<byte[]?> Read(HttpRequest request) => WholeBody.ReadAtMost(request, Largest, CancellationToken.None);

    /// <summary>The fields, or null when they are not UTF-8 or too many.</summary>
    public static FormFields? Decode(ReadOnlySpan<byte> body)
    {
        var fields = new FormFields();
        foreach (var range in body.Split((byte)'&'))
        {
            if (fields.Count == MostFields || !TryAdd(fields, body[range]))
                return null;
        }

        return fields;
    }

    /// <summary>Adds a field; one without a sign of equality has no value.</summary>
    private static bool TryAdd(FormFields fields, ReadOnlySpan<byte> encoded)
    {
        var sign = encoded.IndexOf((byte)'=');
        var name = Text(sign < 0 ? encoded : encoded[..sign]);
        var value = Text(sign < 0 ? [] : encoded[(sign + 1)..]);
        if (name is null || value is null)
            return false;
        fields.Add(name, value);
        return true;
    }

    private static string? Text(ReadOnlySpan<byte> encoded)
    {
        if (!encoded.ContainsAny((byte)'%', (byte)'+'))
            return Utf8.IsValid(encoded) ? Encoding.UTF8.GetString(encoded) : null;
        var octets = new byte[encoded.Length];
        var length = Unescape(encoded, octets);
        return Utf8.IsValid(octets.AsSpan(0, length)) ? Encoding.UTF8.GetString(octets, 0, length) : null;
    }

    /// <summary>Undoes the escapes; a percent sign that begins none stands for itself.</summary>
    private static int Unescape(ReadOnlySpan<byte> encoded, Span<byte> octets)
    {
        var length = 0;
        for (var i = 0; i < encoded.Length; i++, length++)
        {
            octets[length] = encoded[i] is (byte)'+' ? (byte)' ' : encoded[i];
            if (encoded[i] is (byte)'%' && i + 2 < encoded.Length && byte.TryParse(encoded.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
                (octets[length], i) = (octet, i + 2);
        }

        return length;
    }
}
