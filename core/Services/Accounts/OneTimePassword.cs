using System.Globalization;

namespace ChatChannels.Services.Accounts;

/// <summary>A password to be changed at first use: easy to copy from a small screen, and within the rule (<c>Kmtb-483920</c>).</summary>
internal static class OneTimePassword
{
    /// <summary>Twenty, so that two digits choose fairly; none that is taken for another.</summary>
    private const string Letters = "abcdefghjkmnpqrstxyz";
    private const int Lettered = 4;
    private const int Digits = 6;

    public static string New(IIdSource ids)
    {
        var drawn = ids.NextDigits(Lettered * 2).Chunk(2).Select(pair => Letters[int.Parse(pair, CultureInfo.InvariantCulture) % Letters.Length]).ToArray();
        return $"{char.ToUpperInvariant(drawn[0])}{new string(drawn[1..])}-{ids.NextDigits(Digits)}";
    }
}
