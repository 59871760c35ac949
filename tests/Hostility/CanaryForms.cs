using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace ChatChannels.Hostility;

/// <summary>
/// The shapes in which a personal value may leak. Each is a row of octets, written as Latin-1 letters of the same numbers.
/// </summary>
/// <param name="Folded">Sought in whichever case: as typed, percent-encoded, escaped, in hex, in UTF-16.</param>
/// <param name="Squeezed">Sought in whichever case and without what separates: grouped and dashed in any way.</param>
/// <param name="Exact">Sought as they are: base64 at each of its three alignments, in both of its alphabets.</param>
internal sealed record CanaryForms(IReadOnlyList<string> Folded, IReadOnlyList<string> Squeezed, IReadOnlyList<string> Exact)
{
    private const int Base64Group = 3;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" -./_,\n\r\t\0");

    private static readonly string[] DateFormats = ["dd/MM/yyyy", "MM/dd/yyyy", "yyyy/MM/dd"];

    public static CanaryForms Of(string value)
    {
        var spellings = Spellings(value).Distinct(StringComparer.Ordinal).ToList();
        return new CanaryForms(
            [.. spellings.SelectMany(Written).Select(Fold)],
            [.. spellings.SelectMany(spelling => (string[])[Squeeze(Octets(spelling)), Convert.ToHexString(Encoding.UTF8.GetBytes(spelling))])],
            [.. spellings.SelectMany(Base64)]);
    }

    public static string Fold(string octets) => octets.ToUpperInvariant();

    /// <summary>Without spaces, signs that group digits, and line ends. A colon stays: it parts numbers that are none together.</summary>
    public static string Squeeze(string octets)
    {
        var (squeezed, length) = (new char[octets.Length], 0);
        foreach (var sign in octets)
        {
            if (!Separators.Contains(sign))
                squeezed[length++] = sign;
        }

        return Fold(new string(squeezed, 0, length));
    }

    private static IEnumerable<string> Spellings(string value) =>
        DateOnly.TryParseExact(value, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? DateFormats.Select(format => date.ToString(format, CultureInfo.InvariantCulture)).Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : [value, value.ToUpperInvariant()];

    private static IEnumerable<string> Written(string spelling) =>
    [
        Octets(spelling),
        Uri.EscapeDataString(spelling),
        Uri.EscapeDataString(spelling).Replace("%20", "+", StringComparison.Ordinal),
        string.Concat(Encoding.UTF8.GetBytes(spelling).Select(octet => $"%{octet:x2}")),
        JavaScriptEncoder.Default.Encode(spelling),
        HtmlEncoder.Default.Encode(spelling),
        WebUtility.HtmlEncode(spelling),
        Convert.ToHexString(Encoding.UTF8.GetBytes(spelling)),
        Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(spelling)),
        Encoding.Latin1.GetString(Encoding.BigEndianUnicode.GetBytes(spelling)),
    ];

    /// <summary>What of the encoding no neighbour can change.</summary>
    private static IEnumerable<string> Base64(string spelling)
    {
        for (var before = 0; before < Base64Group; before++)
        {
            byte[] shifted = [.. new byte[before], .. Encoding.UTF8.GetBytes(spelling)];
            var whole = shifted.Length * 8 / 6;
            var sure = Convert.ToBase64String(shifted)[(((before * 8) + 5) / 6)..whole];
            yield return sure;
            yield return sure.Replace('+', '-').Replace('/', '_');
        }
    }

    private static string Octets(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
