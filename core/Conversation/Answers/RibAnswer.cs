using System.Globalization;
using System.Numerics;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// A Moroccan bank identity (RIB): 24 digits, of which 3 name the bank, 3 the place, 16 the account; the last 2 are the key, and the
/// whole leaves nothing when divided by 97 (ID-10). Banks are not judged: public lists of them contradict each other (ID-11).
/// </summary>
internal sealed class RibAnswer : IAnswerType
{
    private const int Length = 24;
    private const int Divisor = 97;
    private static readonly SettingSheet Sheet = new();

    public string Name => "rib";

    public IReadOnlyList<string> FailureCodes => ["rib.digits", "rib.check"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var rib = Typed.Ungrouped(typed);
        if (!Digits.Only(rib) || rib.Length != Length)
            return Reading.Reject("rib.digits", "digits", Length);
        return Holds(rib) ? Reading.Accept(rib) : Reading.Reject("rib.check");
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) =>
        Digits.Join([canonical[..3], canonical[3..6], canonical[6..22], canonical[22..]], context.Language);

    public string Widest(AnswerSettings settings, AnswerContext context) => "888888888888888888888833";

    public int UsualLength(AnswerSettings settings) => Length;

    private static bool Holds(string rib) => BigInteger.Parse(rib, NumberStyles.None, CultureInfo.InvariantCulture) % Divisor == 0;
}
