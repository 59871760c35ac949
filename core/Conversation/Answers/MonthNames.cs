using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// The names of the months as people write them: French and English, whole and abbreviated, and Arabic as in Morocco, Algeria and
/// Tunisia, Egypt and the Levant. Compared folded, so that accents, capitals and hamzas do not count. Of the Gregorian year only: a
/// month of the Islamic year is none of these, since its day would be another.
/// </summary>
internal static class MonthNames
{
    private static readonly ImmutableDictionary<string, int> Numbers = Table(
        "janvier janv jan january يناير جانفي|كانون الثاني",
        "février févr fév february feb فبراير فيفري شباط",
        "mars mar march مارس آذار",
        "avril avr april apr أبريل إبريل أفريل نيسان",
        "mai may ماي مايو أيار",
        "juin june jun يونيو يونيه جوان حزيران",
        "juillet juil july jul يوليوز يوليو يوليه جويلية تموز",
        "août aout aou august aug غشت أغسطس أوت آب",
        "septembre sept sep september شتنبر شتمبر سبتمبر أيلول",
        "octobre oct october أكتوبر|تشرين الأول",
        "novembre nov november نونبر نوفمبر|تشرين الثاني",
        "décembre déc dec december دجنبر دجمبر ديسمبر|كانون الأول");

    /// <summary>The month of a folded name, 1 to 12; null for what names none, or may name two (<c>jui</c>).</summary>
    public static int? Find(string folded) => Numbers.TryGetValue(folded, out var month) ? month : null;

    /// <summary>Of each month: the names of one word, and behind the line one of two.</summary>
    private static ImmutableDictionary<string, int> Table(params ReadOnlySpan<string> months)
    {
        var table = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < months.Length; i++)
        {
            var parts = months[i].Split('|');
            foreach (var name in parts[0].Split(' ').Concat(parts[1..]))
                table[Folding.ForMatching(name)] = i + 1;
        }

        return table.ToImmutable();
    }
}
