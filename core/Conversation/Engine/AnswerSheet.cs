using System.Diagnostics.CodeAnalysis;

namespace ChatChannels.Conversation.Engine;

/// <summary>What a person has answered so far: the answer's name to its canonical form. Personal, so masked when printed.</summary>
public sealed record AnswerSheet(ImmutableSortedDictionary<string, string> Values)
{
    public static readonly AnswerSheet None = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public string? this[string name] => Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether there is an answer; a skipped one is none.</summary>
    public bool Has(string name) => this[name] is { Length: > 0 };

    /// <summary>Whether the question was settled: answered, or skipped.</summary>
    public bool IsSettled(string name) => Values.ContainsKey(name);

    public bool TryGet(string name, [NotNullWhen(true)] out string? canonical) => Values.TryGetValue(name, out canonical);

    public AnswerSheet With(string name, string canonical) => new(Values.SetItem(name, canonical));

    public AnswerSheet WithAll(IEnumerable<KeyValuePair<string, string>> more) => new(Values.SetItems(more));

    /// <summary>The sheet with a question skipped: settled, without an answer.</summary>
    public AnswerSheet Skipping(string name) => With(name, "");

    public AnswerSheet Without(IEnumerable<string> names) => new(Values.RemoveRange(names));

    public AnswerSheet Without(string name) => new(Values.Remove(name));

    public override string ToString() => $"AnswerSheet {{ {string.Join(", ", Values.Keys)} }}";
}
