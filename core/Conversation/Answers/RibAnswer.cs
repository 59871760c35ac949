using System.Globalization;
using System.Numerics;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// A Moroccan bank identity (RIB): 24 digits, of which 3 name the bank, 3 the place, 16 the account; the last 2 are the key, from 01 to
/// 97, and the whole leaves nothing when divided by 97 (ID-10). Banks are not judged: public lists of them contradict each other (ID-11).
/// Who gives the account's IBAN gives its RIB behind <c>MA</c> and two digits that check the whole (ISO 13616); they see it written out.
/// </summary>
internal sealed class RibAnswer : IAnswerType
{
    private const int Length = 24;
    private const int Divisor = 97;
    private const int LowestKey = 1;
    private const int HighestKey = 97;

    /// <summary>The country's letters as the numbers that they stand for in an IBAN's check: A is 10, so M is 22.</summary>
    private const string Country = "MA";
    private const string CountryNumber = "2210";
    private const int CheckDigits = 2;

    private static readonly ImmutableArray<string> Names = ["IBAN", "RIB"];
    private static readonly SettingSheet Sheet = new();

    public string Name => "rib";

    public IReadOnlyList<string> FailureCodes => ["rib.digits", "rib.check"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var number = WithoutName(Typed.Ungrouped(typed));
        var isIban = number.StartsWith(Country, StringComparison.OrdinalIgnoreCase);
        var digits = isIban ? number[Country.Length..] : number;
        var rib = isIban && digits.Length >= CheckDigits ? digits[CheckDigits..] : digits;
        if (!Digits.Only(digits) || rib.Length != Length)
            return Reading.Reject("rib.digits", "digits", Length);
        return Holds(rib) && (!isIban || IsIban(digits)) ? Reading.Accept(rib) : Reading.Reject("rib.check");
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) => canonical.Length == Length
        ? Digits.Join([canonical[..3], canonical[3..6], canonical[6..22], canonical[22..]], context.Language)
        : canonical;

    public string Widest(AnswerSettings settings, AnswerContext context) => "888888888888888888888833";

    public int UsualLength(AnswerSettings settings) => Length;

    /// <summary>Behind the name that statements print before it: « IBAN : MA64 … ».</summary>
    private static string WithoutName(string number) =>
        Names.FirstOrDefault(name => number.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is { } name ? number[name.Length..].TrimStart(':') : number;

    private static bool Holds(string rib) => Rest(rib) == 0 && int.Parse(rib[^2..], NumberStyles.None, CultureInfo.InvariantCulture) is >= LowestKey and <= HighestKey;

    /// <summary>ISO 7064 mod 97-10: with country and check digits put last, the rest is 1; the check digits go from 02 to 98.</summary>
    private static bool IsIban(string digits) =>
        digits[..CheckDigits] is not ("00" or "01" or "99") && Rest($"{digits[CheckDigits..]}{CountryNumber}{digits[..CheckDigits]}") == 1;

    private static BigInteger Rest(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) % Divisor;
}
