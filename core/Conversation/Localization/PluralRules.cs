namespace ChatChannels.Conversation.Localization;

/// <summary>How a language counts whole numbers: CLDR's cardinal rules of French, Arabic and English.</summary>
public static class PluralRules
{
    private static readonly ImmutableArray<PluralCategory> SingularAndPlural = [PluralCategory.One, PluralCategory.Other];

    /// <summary>The forms that a counted word of a language needs.</summary>
    public static ImmutableArray<PluralCategory> FormsIn(Language language) =>
        language == Language.Arabic ? [.. Enum.GetValues<PluralCategory>()] : SingularAndPlural;

    /// <summary>The form that goes with a number, which is not negative: <c>10 دقائق</c> is few, <c>15 دقيقة</c> many, <c>0 jour</c> one.</summary>
    public static PluralCategory Of(long number, Language language) => language.Code switch
    {
        "ar" => InArabic(number),
        "fr" => number < 2 ? PluralCategory.One : PluralCategory.Other,
        _ => number == 1 ? PluralCategory.One : PluralCategory.Other,
    };

    private static PluralCategory InArabic(long number) => number switch
    {
        0 => PluralCategory.Zero,
        1 => PluralCategory.One,
        2 => PluralCategory.Two,
        _ => (number % 100) switch
        {
            >= 3 and <= 10 => PluralCategory.Few,
            >= 11 => PluralCategory.Many,
            _ => PluralCategory.Other,
        },
    };
}
