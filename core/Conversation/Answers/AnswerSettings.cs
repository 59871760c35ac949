using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChatChannels.Conversation.Answers;

/// <summary>The settings of one asking state, as its flow wrote them (<c>past: true</c>, <c>min-age: 14</c>): kebab-case name to text.</summary>
public sealed record AnswerSettings(ImmutableDictionary<string, string> Values)
{
    public static readonly AnswerSettings None = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>Whether a flag is set to <c>true</c>.</summary>
    public bool Flag(string name) => Values.TryGetValue(name, out var value) && value is "true";

    /// <summary>A whole number, or null where the setting is absent.</summary>
    /// <exception cref="FormatException">The text is not a whole number; the loader has checked it.</exception>
    public long? Number(string name) =>
        Values.TryGetValue(name, out var value) ? long.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    public bool TryGet(string name, [NotNullWhen(true)] out string? value) => Values.TryGetValue(name, out value);
}
