using System.Collections.Immutable;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Tests.Conversation.Answers;

/// <summary>
/// One line of the tables: what is typed into an answer type (<c>phone</c>, or <c>phone@MA</c> for a fund of another country), under
/// which settings (<c>past=true; min-age=14</c>), and its canonical form or <c>! code; name=value</c>. Today is 20 November 2026.
/// </summary>
public sealed record AnswerCase(string Type, string Settings, string Typed, string Expected)
{
    private static readonly ImmutableDictionary<string, string> Currencies =
        ImmutableDictionary<string, string>.Empty.Add("CM", "FCFA").Add("TG", "FCFA").Add("MA", "DH");

    /// <summary>Of the reader: French where the line says nothing.</summary>
    public Language Language { get; init; } = Language.French;

    public IAnswerType AnswerType => AnswerTypes.Find(Type.Split('@')[0])!;

    public AnswerSettings AnswerSettings => SettingsOf(Settings);

    public AnswerContext Context => ContextOf(Type.Split('@') is [_, var country] ? country : "CM") with { Language = Language };

    public bool IsRejection => Expected.StartsWith('!');

    /// <summary>What the type makes of it, written as <see cref="Expected"/> is.</summary>
    public string Actual() => AnswerType.Read(Typed, AnswerSettings, Context) switch
    {
        AnswerReading.Accepted accepted => accepted.Canonical,
        AnswerReading.Rejected { Failure: var failure } => Written(failure),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static AnswerSettings SettingsOf(string settings) => new(settings
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(setting => setting.Split('=', 2))
        .ToImmutableDictionary(setting => setting[0], setting => setting[1], StringComparer.Ordinal));

    public static AnswerContext ContextOf(string country) => new(new DateOnly(2026, 11, 20), Language.French, country, Currencies[country]);

    private static string Written(Failure failure) => string.Join(
        "; ",
        failure.Values
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => $"{value.Key}={value.Value}")
            .Prepend($"! {failure.Code}"));
}
