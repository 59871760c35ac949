using System.Numerics;

namespace ChatChannels.Runtime.Limits;

/// <summary>
/// The rates of any number of parties in memory that never grows. Each party counts in two cells and is refused when both
/// are spent. Parties that share a cell make it stricter, never looser; which ones share differs with each start, so that
/// nobody can choose a neighbour.
/// </summary>
/// <param name="rate">What each party may.</param>
/// <param name="cells">How many cells of 8 bytes; the next power of two is taken.</param>
public sealed class RateTable(Rate rate, int cells)
{
    private readonly long[] _spent = new long[BitOperations.RoundUpToPowerOf2((uint)cells)];

    /// <summary>Takes one of a party's if there is one left.</summary>
    public bool TryTake(ulong party, DateTimeOffset now)
    {
        var one = rate.TryTake(ref Cell(HashCode.Combine(party)), now.UtcTicks);
        var other = rate.TryTake(ref Cell(HashCode.Combine(party, rate.Count)), now.UtcTicks);
        return one || other;
    }

    private ref long Cell(int hash) => ref _spent[hash & (_spent.Length - 1)];
}
