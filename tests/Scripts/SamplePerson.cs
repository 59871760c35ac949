using System.Collections.Immutable;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Tests.Scripts;

/// <summary>An invented person, and what they type at each question.</summary>
internal sealed record SamplePerson(Language Language, string Scheme)
{
    public const string Phone = "+237650000077";

    private static readonly ImmutableDictionary<string, string> Latin = Answers(
        ("surname", "Essai-Ngono"), ("given-names", "Aline Exemple"), ("birth-place", "Ebolowa"), ("father-name", "Essai Bernard"),
        ("mother-name", "Fictive Odile"), ("town", "Yaoundé"), ("district", "Mokolo, face au marché"),
        ("employer-name", "Boulangerie Modèle"), ("occupation", "Couturière"));

    private static readonly ImmutableDictionary<string, string> Arabic = Answers(
        ("surname", "المثالي"), ("given-names", "حسن تجريبي"), ("birth-place", "كسري"), ("father-name", "آدم المثالي"),
        ("mother-name", "حليمة المثالي"), ("town", "ماروا"), ("district", "حي السوق"),
        ("employer-name", "شركة المثال للنقل"), ("occupation", "خياط"));

    private static readonly ImmutableDictionary<string, string> AnyScript = Answers(
        ("sex", "2"), ("birth-date", "14/03/1994"), ("id-type", "3"), ("id-number", "TRY900077"), ("id-expiry", "30/06/2031"),
        ("nationality", "3"), ("phone-choice", "2"), ("phone", "6 80 00 00 77"), ("email", "aline@exemple.example"), ("region", "4"),
        ("marital-status", "2"), ("employer-number", "TRY0077"), ("hiring-date", "01/09/2025"), ("monthly-income", "85000"), ("income-proof", "2"));

    public string LanguageKey => Language.Code switch { "fr" => "1", "ar" => "2", _ => "3" };

    public string Answer(string state) => state is "scheme" ? Scheme is "employee" ? "1" : "2" : Typed(state);

    /// <summary>What was typed for an answer, or nothing where it was not typed.</summary>
    public string Typed(string answer) =>
        AnyScript.GetValueOrDefault(answer) ?? (Language.IsRightToLeft ? Arabic : Latin).GetValueOrDefault(answer, "");

    private static ImmutableDictionary<string, string> Answers(params (string State, string Typed)[] answers) =>
        answers.ToImmutableDictionary(answer => answer.State, answer => answer.Typed, StringComparer.Ordinal);
}
