using System.Collections.Immutable;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Host.Checking;

/// <summary>What a person can be told of a wrong answer: provoked from the answer type itself, so that the values in it are real.</summary>
internal static class Failures
{
    /// <summary>Wrong in as many ways as there are failures: empty, signs, too short, too long, too small, impossible, foreign, miscopied.</summary>
    private static readonly ImmutableArray<string> Wrong =
    [
        "", "?", "A", "1", "0", "-1", "5", "12", "A1", "@@", new('W', 300), new('1', 30), "888888888888", "8888888888", "999999999999999",
        "31/11/2088", "28/12/2088", "28/12/2026", "28/12/2025", "28/12/1700", "28/12/1896", "28/12/2300", "2088-12-28",
        "+33612345678", "+15551234567", "+237222222222", "222222222", "0522222222", "22212345", "88888888", "77777777",
        $"{new string('w', 300)}@w.cm",
    ];

    /// <summary>Every notice of a wrong answer, with the example behind it.</summary>
    public static IEnumerable<string> Of(Fund fund, State.Ask ask, AnswerContext context)
    {
        var example = fund.Texts[context.Language, CommonTexts.Example(ask.Type.Name)].Fill(
            ImmutableDictionary<string, string>.Empty.Add(CommonTexts.ExampleValue, ask.Type.Example(ask.Settings, context) ?? ""));
        var provoked = Wrong
            .Select(typed => ask.Type.Read(typed, ask.Settings, context)).OfType<AnswerReading.Rejected>()
            .Select(rejected => rejected.Failure).ToLookup(failure => failure.Code, StringComparer.Ordinal);
        return ask.Type.FailureCodes
            .SelectMany(code => provoked.Contains(code) ? provoked[code] : [Imagined(fund, code, ask, context)])
            .Select(failure => $"{fund.Texts[context.Language, CommonTexts.Failure(failure.Code)].Fill(failure.Values)} {example}")
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>A failure that nothing provoked: shown with the widest answer for its values.</summary>
    private static Failure Imagined(Fund fund, string code, State.Ask ask, AnswerContext context)
    {
        var widest = ask.Type.Show(ask.Type.Widest(ask.Settings, context), ask.Settings, context);
        var value = widest[..Math.Min(widest.Length, 16)];
        return fund.Texts[context.Language, CommonTexts.Failure(code)].Placeholders
            .Aggregate(new Failure(code), (failure, name) => failure.With(name, value));
    }
}
