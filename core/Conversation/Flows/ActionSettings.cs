namespace ChatChannels.Conversation.Flows;

/// <summary>What a <c>do</c> state tells its action beside the answers: <c>with: { kind: certificate, by: [birth-date, id-number] }</c>.</summary>
public sealed record ActionSettings(ImmutableSortedDictionary<string, ImmutableArray<string>> Values)
{
    public static readonly ActionSettings None = new(ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal));

    /// <summary>The first value of a setting, or null where it is not given.</summary>
    public string? this[string name] => Values.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>All values of a setting; none where it is not given.</summary>
    public ImmutableArray<string> All(string name) => Values.GetValueOrDefault(name, []);

    /// <summary>The settings with one more.</summary>
    public ActionSettings With(string name, params ImmutableArray<string> values) => new(Values.SetItem(name, values));
}
