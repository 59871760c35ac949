using System.Collections.Immutable;

namespace ChatChannels.Host.Replay;

/// <summary>One thing that happens, and all that must come of it.</summary>
/// <param name="Line">The line of the script, from 1.</param>
/// <param name="Happens">What happens.</param>
/// <param name="Gap">Comments and empty lines before it, as written.</param>
public sealed record ChatStep(int Line, Happening Happens, ImmutableArray<string> Gap)
{
    /// <summary>The reply, line by line; empty when there is none.</summary>
    public ImmutableArray<string> Screen { get; init; } = [];

    /// <summary>Facts and messages, in the order they are written.</summary>
    public ImmutableArray<string> Effects { get; init; } = [];

    internal IEnumerable<string> Write() =>
    [
        .. Gap,
        Happens.ToString()!,
        .. Screen.Select(line => line.Length == 0 ? "<" : $"< {line}"),
        .. Effects.Select(effect => $"! {effect}"),
    ];
}
