using System.Collections.Frozen;
using System.Globalization;

namespace ChatChannels.Driver.Walks;

/// <summary>
/// What a person may be made to answer, by the name that stands in braces in a walk. Every value is always as long, so that
/// screens are cut at the same places; names are in the capitals in which they are shown again.
/// </summary>
internal static class Answers
{
    private static readonly FrozenDictionary<string, Func<Chance, string>> Made = new Dictionary<string, Func<Chance, string>>(StringComparer.Ordinal)
    {
        ["surname"] = chance => chance.Word(10),
        ["given-names"] = chance => $"{chance.Word(6)} {chance.Word(6)}",
        ["full-name"] = chance => $"{chance.Word(6)} {chance.Word(8)}",
        ["birth-date"] = chance => Date(chance, "dd/MM/yyyy"),
        ["birth-8"] = chance => Date(chance, "ddMMyyyy"),
        ["birth-place"] = chance => chance.Word(7),
        ["father-name"] = chance => $"{chance.Word(6)} {chance.Word(6)}",
        ["mother-name"] = chance => $"{chance.Word(6)} {chance.Word(6)}",
        ["id-number"] = chance => chance.Digits(9),
        ["id-8"] = chance => chance.Digits(8),
        ["email"] = chance => $"a{chance.Digits(9)}@exemple.example",
        ["county"] = chance => chance.Word(8),
        ["district"] = chance => chance.Word(9),
        ["employer"] = chance => $"{chance.Word(8)} ESSAI",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How an answer is made, or null for what only a screen can tell.</summary>
    public static Func<Chance, string>? Maker(string name) => Made.GetValueOrDefault(name);

    private static string Date(Chance chance, string format) => chance.BirthDate().ToString(format, CultureInfo.InvariantCulture);
}
