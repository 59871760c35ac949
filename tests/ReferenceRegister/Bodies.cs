using System.Collections.Immutable;

namespace ChatChannels.ReferenceRegister;

/// <summary>The bodies of the contract.</summary>
internal static class Bodies
{
    internal sealed record Find(ImmutableSortedDictionary<string, string> Facts);

    internal sealed record NumberAsked(string Number);

    internal sealed record Confirm(string Number, string Fact, string Value);

    internal sealed record Known(string? Identity, string? Likeness);

    internal sealed record Changes(DateTimeOffset Since, string? Cursor);
}
