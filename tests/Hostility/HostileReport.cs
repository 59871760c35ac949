using System.Collections.Immutable;
using System.Globalization;

namespace ChatChannels.Hostility;

/// <summary>What came of a row of hostile callbacks.</summary>
/// <param name="Statuses">How often each status was answered; 0 is a connection closed.</param>
/// <param name="Faults">What must not be, with the seed and the number of the callback.</param>
public sealed record HostileReport(int Seed, int Sent, ImmutableSortedDictionary<int, int> Statuses, TimeSpan Slowest, ImmutableArray<string> Faults)
{
    public override string ToString()
    {
        var statuses = string.Join(", ", Statuses.Select(status => string.Create(CultureInfo.InvariantCulture, $"{status.Value} × {status.Key}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Seed}: {Sent} hostile callbacks, {statuses}; slowest {Slowest.TotalMilliseconds:0} ms; {Faults.Length} faults{string.Concat(Faults.Take(20).Select(fault => $"\n  {fault}"))}");
    }
}
