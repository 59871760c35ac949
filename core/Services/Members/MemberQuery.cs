using System.Collections.Immutable;

namespace ChatChannels.Services.Members;

/// <summary>What somebody is looked for by: names of facts with their canonical values, of which all must match. Personal.</summary>
public sealed record MemberQuery(ImmutableSortedDictionary<string, string> Facts)
{
    public override string ToString() => $"MemberQuery {{ {string.Join(", ", Facts.Keys)} }}";
}
