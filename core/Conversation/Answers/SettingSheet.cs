using System.Globalization;

namespace ChatChannels.Conversation.Answers;

/// <summary>The settings that one answer type knows; finds what a flow wrote wrong.</summary>
internal sealed record SettingSheet
{
    public ImmutableArray<string> Flags { get; init; } = [];

    public ImmutableArray<WholeSetting> Numbers { get; init; } = [];

    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>Two numbers of which the first may not exceed the second.</summary>
    public (WholeSetting Low, WholeSetting High)? Range { get; init; }

    public ImmutableArray<string> Check(AnswerSettings settings)
    {
        var defects = settings.Values
            .OrderBy(setting => setting.Key, StringComparer.Ordinal)
            .Select(setting => DefectOf(setting.Key, setting.Value))
            .OfType<string>()
            .ToImmutableArray();
        return defects.IsEmpty && Range is var (low, high) && low.Of(settings) > high.Of(settings)
            ? [$"'{low.Name}' ({low.Of(settings)}) is more than '{high.Name}' ({high.Of(settings)})"]
            : defects;
    }

    private string? DefectOf(string name, string value)
    {
        if (Numbers.FirstOrDefault(number => string.Equals(number.Name, name, StringComparison.Ordinal)) is { } whole)
            return IsWithin(whole, value) ? null : $"'{name}' must be a whole number from {whole.Least} to {whole.Most}, not '{value}'";
        if (Flags.Contains(name, StringComparer.Ordinal))
            return value is "true" or "false" ? null : $"'{name}' must be true or false, not '{value}'";
        return Texts.Contains(name, StringComparer.Ordinal) ? null : $"'{name}' is not a setting of this answer type";
    }

    private static bool IsWithin(WholeSetting whole, string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= whole.Least
        && number <= whole.Most;
}
