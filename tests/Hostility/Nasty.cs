using System.Text;

namespace ChatChannels.Hostility;

/// <summary>Values and mutations that break careless code.</summary>
internal static class Nasty
{
    /// <summary>Percent-encoded values of a field.</summary>
    public static readonly string[] Values =
    [
        "%00", "%0D%0A", "%1B%5B2J", "%7F", "%C2%85", "a%0Ab", "%E2%80%AE", "%E2%81%A6x", "%D8%9C", "%EF%BB%BF", "%F0%9F%98%80",
        "%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9", "%ED%A0%80", "%ED%B0%80", "%C0%AF", "%FF%FE", "%C3", "%F4%90%80%80", "%", "%G1", "%4", "%u0041",
        "***", "*#*#*#", "#", "*237*1#", "%2A%2A%23", "98*98*98*98", "00*00", "+", "%20%20", "&", "==", "undefined", "null", "NaN", "-1", "1e99",
        "99999999999999999999", "٣١", "%D9%A3%D9%A1", "%27%3B%20DROP%20TABLE%20turns%3B--", "%3Cscript%3E", "{{7*7}}", "..%2F..%2Fetc%2Fpasswd",
        "%25s%25n", "e%CC%81%CC%81%CC%81%CC%81", "%E0%B8%B4%E0%B8%B4", "[]", "[0]", "%5B%5D", "94", "95", "96", "97", "98", "99", "0", "00",
    ];

    /// <summary>Answers a person might type, by which sessions of the attackers' own get somewhere.</summary>
    public static readonly string[] Sayings =
    [
        "1", "1", "1", "1", "2", "2", "3", "4", "0", "00", "94", "95", "96", "97", "98", "99", "", "NGONO", "Aline", "14%2F03%2F1994", "Yaound%C3%A9",
        "900000011", "aline%40exemple.example", "%2B237650000001", "1234567897", "12345678", "OUI", "%D9%86%D8%B9%D9%85", "ESSAI", "01%2F01%2F1951",
    ];

    public static T One<T>(this Random chance, IReadOnlyList<T> all) => all[chance.Next(all.Count)];

    public static byte[] FlipBits(this Random chance, byte[] body)
    {
        var flipped = (byte[])body.Clone();
        for (var flips = chance.Next(1, 9); flips > 0 && flipped.Length > 0; flips--)
            flipped[chance.Next(flipped.Length)] ^= (byte)(1 << chance.Next(8));
        return flipped;
    }

    public static byte[] Cut(this Random chance, byte[] body)
    {
        var (one, other) = (chance.Next(body.Length + 1), chance.Next(body.Length + 1));
        return chance.Next(2) == 0 ? body[..one] : [.. body[..Math.Min(one, other)], .. body[Math.Max(one, other)..]];
    }

    public static byte[] Splice(this Random chance, byte[] body, byte[] other) =>
        [.. body[..chance.Next(body.Length + 1)], .. other[chance.Next(other.Length + 1)..]];

    public static byte[] Noise(this Random chance, int most)
    {
        var noise = new byte[chance.Next(1, most)];
        chance.NextBytes(noise);
        return noise;
    }

    public static byte[] Octets(string ascii) => Encoding.UTF8.GetBytes(ascii);
}
