using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Cases;

namespace ChatChannels.Tests.Pages;

/// <summary>An invented person's case with the first fund of the repository.</summary>
internal static class SampleCase
{
    public const string Number = "1234567897";
    public const string Unknown = "9876543217";
    public const string Code = "24681357";
    public const string WrongCode = "11112222";

    public static readonly DateTimeOffset Morning = new(2026, 3, 5, 8, 30, 0, TimeSpan.Zero);

    private static readonly FundId Fund = new("cnps-cm");

    public static AnswerSheet Answers { get; } = AnswerSheet.None.WithAll(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["scheme"] = "employee",
        ["surname"] = "ESSAI-NGONO",
        ["given-names"] = "Aline Exemple",
        ["sex"] = "female",
        ["birth-date"] = "1994-03-14",
        ["birth-place"] = "Ebolowa",
        ["father-name"] = "",
        ["mother-name"] = "FICTIVE Odile",
        ["id-type"] = "national-id",
        ["id-number"] = "900000011",
        ["id-expiry"] = "2031-06-30",
        ["nationality"] = "CM",
        ["phone-choice"] = "this",
        ["phone"] = "+237650000011",
        ["email"] = "aline@exemple.example",
        ["region"] = "CE",
        ["town"] = "Yaoundé",
        ["district"] = "Mokolo, face au marché",
        ["marital-status"] = "single",
        ["employer-name"] = "Boulangerie Modèle",
        ["employer-number"] = "",
        ["hiring-date"] = "2025-09-01",

        // Left from a time when the person was voluntary: no longer on the path.
        ["occupation"] = "Couturière",
    });

    public static Case In(CaseState state) => new()
    {
        Number = new CaseNumber(Number),
        Fund = Fund,
        Kind = "pre-registration",
        State = state,
        Language = Language.French,
        Answers = Answers,
        Filer = new Address(Channel.Ussd, "+237650000011", Proof.Possessed),
        SecretHash = new FakeSecrets().Hash(Number, Code),
        Identity = "national-id:900000011",
        Reasons = ImmutableArray<string>.Empty,
        OpenedAt = Morning,
        ChangedAt = Morning,
    };
}
