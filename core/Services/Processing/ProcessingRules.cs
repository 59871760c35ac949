using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Services.PreRegistration;

namespace ChatChannels.Services.Processing;

/// <summary>
/// What the automatic processing finds against a file (CNPS-19), by the fund's policy <c>processing</c>: <c>min-age</c>,
/// <c>max-age-voluntary</c> (years), <c>income-min</c>, <c>income-max</c> (whole units a month, CH-6). An absent limit does not bind.
/// </summary>
public sealed record ProcessingRules(AnswerSettings Policy)
{
    /// <summary>The reason of a file whose papers did not come; also a text under <c>reasons</c>.</summary>
    public const string PapersMissing = "papers-missing";

    /// <summary>Every reason there is, each with a text under <c>reasons</c>.</summary>
    public static readonly ImmutableArray<string> Reasons =
        ["duplicate-person", "under-age", "over-age", "document-expired", "income-out-of-bounds"];

    /// <summary>The reasons to complete the file; none when a number can be given.</summary>
    public ImmutableArray<string> Examine(AnswerSheet answers, bool alreadyRegistered, DateOnly today)
    {
        var voluntary = answers[PersonAnswers.Scheme] is PersonAnswers.Voluntary;
        var age = Date(answers, PersonAnswers.BirthDate) is { } birth ? Years.Completed(birth, today) : (int?)null;
        bool[] found =
        [
            alreadyRegistered,
            age < Policy.Number("min-age"),
            voluntary && age > Policy.Number("max-age-voluntary"),
            Date(answers, PersonAnswers.IdExpiry) < today,
            voluntary && IsOutOfBounds(answers[PersonAnswers.MonthlyIncome]),
        ];
        return [.. Reasons.Where((_, i) => found[i])];
    }

    private bool IsOutOfBounds(string? income) =>
        long.TryParse(income, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
        && (amount < Policy.Number("income-min") || amount > Policy.Number("income-max"));

    private static DateOnly? Date(AnswerSheet answers, string name) =>
        DateOnly.TryParseExact(answers[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
