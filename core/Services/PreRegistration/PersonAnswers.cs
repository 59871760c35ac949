using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Text;
using ChatChannels.Services.Cases;

namespace ChatChannels.Services.PreRegistration;

/// <summary>What the pre-registration form's answers are called, and what makes a person one and the same.</summary>
public static class PersonAnswers
{
    public const string Scheme = "scheme";
    public const string Surname = "surname";
    public const string GivenNames = "given-names";
    public const string BirthDate = "birth-date";
    public const string MotherName = "mother-name";
    public const string IdType = "id-type";
    public const string IdNumber = "id-number";
    public const string IdExpiry = "id-expiry";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string MonthlyIncome = "monthly-income";

    /// <summary>The value of <see cref="Scheme"/> for a voluntary insured.</summary>
    public const string Voluntary = "voluntary";

    /// <summary>The document's type and number.</summary>
    public static string Identity(AnswerSheet answers) => $"{answers[IdType]}:{answers[IdNumber]}";

    /// <summary>The same person under another document: folded names, birth date and mother's name; null where not all are given.</summary>
    public static string? Likeness(AnswerSheet answers) =>
        new[] { Surname, GivenNames, BirthDate, MotherName }.All(answers.Has)
            ? Folding.ForMatching($"{answers[Surname]}|{answers[GivenNames]}|{answers[BirthDate]}|{answers[MotherName]}")
            : null;

    /// <summary>What a case keeps: the answers that states collect, without what opens the case.</summary>
    public static AnswerSheet Kept(Fund fund, AnswerSheet answers) => answers.Without(answers.Values.Keys.Where(name =>
        fund.CollectorOf(name) is null or State.Ask { Type.Name: "code" } || name is CaseAccess.NumberAnswer or CaseAccess.CodeAnswer));
}
