using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows;

/// <summary>What a flow may rely on of a service action, without knowing its code.</summary>
/// <param name="Name">Kebab-case; what flows <c>do</c>.</param>
/// <param name="Exits">The exits to provide for, beside <c>unavailable</c>.</param>
/// <param name="Needs">Answers that must have been collected on every path to it.</param>
/// <param name="Adds">
/// The answers it brings along, by exit; an exit that is not a key adds none. Words of a language are brought once for each language
/// of the fund, as <c>claims.fr</c> and <c>claims.ar</c> for <c>claims</c>.
/// </param>
public sealed record ActionSignature(
    string Name,
    ImmutableArray<string> Exits,
    ImmutableArray<string> Needs,
    ImmutableDictionary<string, ImmutableArray<string>> Adds)
{
    /// <summary>What flows may tell it under <c>with</c>.</summary>
    public ImmutableArray<ActionSetting> Settings { get; init; } = [];

    /// <summary>
    /// What leaving by an exit proves. An action that has an exit with <see cref="Proof.Located"/> looks for somebody, so whoever
    /// was proven before no longer is, by whichever exit it is left.
    /// </summary>
    public ImmutableDictionary<string, Proof> Proves { get; init; } = ImmutableDictionary<string, Proof>.Empty;

    /// <summary>What must be proven on every path to it: it discloses, or changes, something of the person located.</summary>
    public Proof Requires { get; init; }

    /// <summary>A setting and the only word with which <see cref="Proves"/> holds; null where it always does.</summary>
    public (string Setting, string Word)? ProvesOnlyWith { get; init; }

    /// <summary>A setting and the word that waives <see cref="Requires"/>; null where nothing does.</summary>
    public (string Setting, string Word)? WaivedWith { get; init; }

    /// <summary>The widest of what it adds, by name, in a fund's words; what is not here is a number of ten digits at most.</summary>
    public ImmutableDictionary<string, Func<Fund, Language, string>> Widest { get; init; } =
        ImmutableDictionary<string, Func<Fund, Language, string>>.Empty;

    public ImmutableArray<string> AddedBy(string exit) => Adds.GetValueOrDefault(exit, []);

    /// <summary>How far the person is proven behind an exit.</summary>
    /// <param name="before">How far they were.</param>
    public Proof ProofBehind(string exit, ActionSettings with, Proof before)
    {
        if (Proves.ContainsValue(Proof.Located))
            return Proves.GetValueOrDefault(exit);
        var proven = ProvesOnlyWith is not { } only || Says(with, only) ? Proves.GetValueOrDefault(exit) : Proof.None;
        return proven > before ? proven : before;
    }

    /// <summary>What must be proven before it is done with these settings.</summary>
    public Proof RequiredWith(ActionSettings with) => WaivedWith is { } waived && Says(with, waived) ? Proof.None : Requires;

    private bool Says(ActionSettings with, (string Setting, string Word) wanted)
    {
        var absent = Settings.FirstOrDefault(setting => string.Equals(setting.Name, wanted.Setting, StringComparison.Ordinal))?.Words is [var first, ..] ? first : null;
        return string.Equals(with[wanted.Setting] ?? absent, wanted.Word, StringComparison.Ordinal);
    }
}
