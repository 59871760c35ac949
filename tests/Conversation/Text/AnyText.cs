using FsCheck;
using FsCheck.Fluent;

namespace ChatChannels.Tests.Conversation.Text;

/// <summary>Texts that break careless code: lone surrogates, emoji families, marks on anything, Arabic, bidi, all white space.</summary>
internal static class AnyText
{
    private static readonly string[] Fragments =
    [
        "a", "b", "e", "Z", "solde", "1", "2", "125 000", "é", "ç", "œ", "’", "«", "€", "[", "^", "@", "Δ", ".", "-", "{", "}",
        " ", "  ", "\n", "\r\n", "\r", "\t", "\f", "\u00A0", "\u202F", "\u2003", "\u2028", "\u0085",
        "\u0301", "\u0308", "\u0327", "\u0338", "\u20DD", "\uFE0F",
        "م", "رصيدكم", "أ", "ة", "ى", "ـ", "\u064B", "\u0651", "٣", "۷", "\uFEFB", "\u0600", "\u061C",
        "😀", "👨‍👩‍👧", "🇨🇲", "🇹🇬", "👍🏾", "\uD83D", "\uDE00", "\uFFFE", "\uFFFF", "\uFFFD",
        "\u200D", "\u200E", "\u2066", "\u2069", "\u200B", "\0", "\u001B", "\u007F", "각", "\u1100\u1161",
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (6, Gen.Elements(Fragments)),
        (2, Gen.Choose(0, 0xFFFF).Select(static code => ((char)code).ToString())),
        (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)))
        .ListOf()
        .Select(string.Concat);

    /// <summary>Checks that doing a thing twice does no more than doing it once.</summary>
    public static void IsStableUnder(Func<string, string> change) =>
        Obeys(text => change(text) is var once && IsSame(once, change(once)));

    public static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    /// <summary>Checks a law on many texts; a failure prints its seed and the text.</summary>
    public static void Obeys(Func<string, bool> law, int times = 1000) =>
        Prop.ForAll(Texts.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithEndSize(120).WithQuietOnSuccess(true));
}
