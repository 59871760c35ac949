using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatChannels.Hostility;

namespace ChatChannels.Tests.Hostile;

/// <summary>The search for personal values, searched: whatever form a leak takes, it is found, and noise is not.</summary>
public sealed class CanaryScanTests
{
    private static readonly string[] Canaries = ["900731846", "14/03/1994", "Zéphirine Ngo'o-Aïssatou", "650918273", "36018377", "Mokolo, face au marché", "حسن تجريبي"];

    public static TheoryData<string, string> Leaks
    {
        get
        {
            var leaks = new TheoryData<string, string>();
            foreach (var value in Canaries)
                foreach (var form in Forms.Keys)
                    leaks.Add(value, form);
            return leaks;
        }
    }

    private static readonly Dictionary<string, Func<string, byte[]>> Forms = new(StringComparer.Ordinal)
    {
        ["raw"] = Utf8,
        ["upper case"] = value => Utf8(value.ToUpperInvariant()),
        ["url"] = value => Utf8(Uri.EscapeDataString(value)),
        ["form"] = value => Utf8(System.Net.WebUtility.UrlEncode(value)),
        ["url, every octet"] = value => Utf8(string.Concat(Utf8(value).Select(octet => $"%{octet:X2}"))),
        ["base64"] = value => Utf8(Convert.ToBase64String(Utf8(value))),
        ["base64, behind 1"] = value => Utf8(Convert.ToBase64String([7, .. Utf8(value), 9])),
        ["base64, behind 2"] = value => Utf8(Convert.ToBase64String([7, 8, .. Utf8(value), 9, 9])),
        ["base64, behind 3"] = value => Utf8(Convert.ToBase64String([7, 8, 9, .. Utf8(value)])),
        ["base64 of urls"] = value => Utf8(System.Buffers.Text.Base64Url.EncodeToString([7, .. Utf8(value)])),
        ["hex"] = value => Utf8(Convert.ToHexString(Utf8(value))),
        ["hex, lower"] = value => Utf8(Convert.ToHexStringLower(Utf8(value))),
        ["hex, dashed"] = value => Utf8(BitConverter.ToString(Utf8(value))),
        ["utf-16"] = Encoding.Unicode.GetBytes,
        ["utf-16, big end first"] = Encoding.BigEndianUnicode.GetBytes,
        ["json"] = value => JsonSerializer.SerializeToUtf8Bytes(value),
        ["html"] = value => Utf8(System.Net.WebUtility.HtmlEncode(value)),
        ["spaced"] = value => Utf8(string.Join(' ', value.Chunk(2).Select(pair => new string(pair)))),
        ["dashed"] = value => Utf8(string.Join('-', value.Chunk(3).Select(part => new string(part)))),
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public void Find_PlantedInAnyForm_IsFound(string value, string form)
    {
        byte[] noise = [.. Enumerable.Range(0, 999).Select(i => (byte)(i * 7919))];

        Assert.NotNull(new CanaryScan(Canaries).Find("here", [.. noise, .. Forms[form](value), .. noise]));
    }

    [Theory]
    [InlineData("1994-03-14")]
    [InlineData("19940314")]
    [InlineData("14031994")]
    [InlineData("14.03.1994")]
    [InlineData("1994/03/14T00:00:00Z")]
    [InlineData("03/14/1994")]
    public void Find_DateInAnotherOrder_IsFound(string written) => Assert.NotNull(new CanaryScan(Canaries).Find("here", $"born {written}."));

    [Fact]
    public void Find_Noise_IsNothing()
    {
        const int seed = 20_261_125;
        var noise = new byte[4_000_000];
        new Random(seed).NextBytes(noise);

        Assert.Null(new CanaryScan(Canaries).Find("noise", noise));
        Assert.Null(new CanaryScan(Canaries).Find("text", string.Create(CultureInfo.InvariantCulture, $"A turn of fund failed, reference {seed}")));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
