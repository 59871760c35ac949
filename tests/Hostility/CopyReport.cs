using System.Collections.Immutable;
using System.Globalization;

namespace ChatChannels.Hostility;

/// <summary>What came of callbacks that were sent several times.</summary>
/// <param name="Callbacks">Requests that differ.</param>
/// <param name="Sent">Requests sent, copies included.</param>
public sealed record CopyReport(int Seed, int Callbacks, int Sent)
{
    /// <summary>Copies that were not answered as the first one was.</summary>
    public int Differing { get; init; }

    /// <summary>How many effects of each sort so many calls have whose requests come once.</summary>
    public required ImmutableSortedDictionary<string, long> Expected { get; init; }

    /// <summary>How many there are.</summary>
    public required ImmutableSortedDictionary<string, long> Effects { get; init; }

    /// <summary>Invariants of the store that do not hold.</summary>
    public ImmutableArray<string> Broken { get; init; } = [];

    /// <summary>All that must not be.</summary>
    public ImmutableArray<string> Faults =>
    [
        .. Effects.Where(effect => effect.Value != Expected[effect.Key])
            .Select(effect => string.Create(CultureInfo.InvariantCulture, $"{effect.Value} {effect.Key} instead of {Expected[effect.Key]}")),
        .. Differing > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{Differing} copies were answered otherwise")] : (string[])[],
        .. Broken,
    ];

    public override string ToString()
    {
        var effects = string.Join(", ", Effects.Select(effect => $"{effect.Value} {effect.Key}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Seed}: {Callbacks} callbacks sent {Sent} times, {effects}; {Faults.Length} faults{string.Concat(Faults.Select(fault => $"\n  {fault}"))}");
    }
}
