using System.Collections.Immutable;
using System.Globalization;

namespace ChatChannels.Hostility;

/// <summary>What came of a row of hostile callbacks.</summary>
/// <param name="Statuses">How often each status was answered; 0 is a connection closed.</param>
public sealed record HostileReport(int Seed, int Sent, ImmutableSortedDictionary<int, int> Statuses)
{
    /// <summary>The longest that a reply took; where one was late, of the second sending.</summary>
    public TimeSpan Slowest { get; init; }

    /// <summary>Replies that took more than a second, so that their callbacks were sent once more.</summary>
    public ImmutableArray<string> Late { get; init; } = [];

    /// <summary>Those of them that took more than a second again.</summary>
    public int Hangs { get; init; }

    /// <summary>Replies that may not be, and honest calls that were moved or shown, with the number of the callback.</summary>
    public ImmutableArray<string> Misbehaviour { get; init; } = [];

    /// <summary>Invariants of the store that do not hold.</summary>
    public ImmutableArray<string> Broken { get; init; } = [];

    /// <summary>Replies of 5xx.</summary>
    public int ServerErrors => Statuses.Where(status => status.Key >= 500).Sum(status => status.Value);

    /// <summary>All that must not be.</summary>
    public ImmutableArray<string> Faults => [.. Misbehaviour, .. Broken];

    public override string ToString()
    {
        var statuses = string.Join(", ", Statuses.Select(status => string.Create(CultureInfo.InvariantCulture, $"{status.Value} × {status.Key}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Seed}: {Sent} hostile callbacks, {statuses}; slowest {Slowest.TotalMilliseconds:0} ms; {Faults.Length} faults{string.Concat(Faults.Take(20).Select(fault => $"\n  {fault}"))}");
    }
}
