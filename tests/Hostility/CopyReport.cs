using System.Collections.Immutable;
using System.Globalization;

namespace ChatChannels.Hostility;

/// <summary>What came of callbacks that were sent several times.</summary>
/// <param name="Callbacks">Requests that differ.</param>
/// <param name="Sent">Requests sent, copies included.</param>
/// <param name="Faults">What must not be.</param>
public sealed record CopyReport(int Seed, int Callbacks, int Sent, ImmutableSortedDictionary<string, long> Effects, ImmutableArray<string> Faults)
{
    public override string ToString()
    {
        var effects = string.Join(", ", Effects.Select(effect => $"{effect.Value} {effect.Key}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Seed}: {Callbacks} callbacks sent {Sent} times, {effects}; {Faults.Length} faults{string.Concat(Faults.Select(fault => $"\n  {fault}"))}");
    }
}
