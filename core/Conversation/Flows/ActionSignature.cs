namespace ChatChannels.Conversation.Flows;

/// <summary>What a flow may rely on of a service action, without knowing its code.</summary>
/// <param name="Name">Kebab-case; what flows <c>do</c>.</param>
/// <param name="Exits">The exits to provide for, beside <c>unavailable</c>.</param>
/// <param name="Needs">Answers that must have been collected on every path to it.</param>
/// <param name="Adds">The answers it brings along, by exit; an exit that is not a key adds none.</param>
public sealed record ActionSignature(
    string Name,
    ImmutableArray<string> Exits,
    ImmutableArray<string> Needs,
    ImmutableDictionary<string, ImmutableArray<string>> Adds)
{
    public ImmutableArray<string> AddedBy(string exit) => Adds.GetValueOrDefault(exit, []);
}
