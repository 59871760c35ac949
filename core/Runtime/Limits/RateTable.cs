using System.Numerics;

namespace ChatChannels.Runtime.Limits;

/// <summary>
/// The rates of any number of parties in memory that is bounded. Each party counts in two cells and is refused when both
/// are spent. Parties that share a cell make it stricter, never looser; which ones share differs with each start, so that
/// nobody can choose a neighbour.
/// </summary>
/// <param name="rate">What each party may.</param>
/// <param name="cells">How many cells of 8 bytes; the next power of two is taken.</param>
public sealed class RateTable(Rate rate, int cells)
{
    private const int Turns = 64;

    private readonly SparseCells<long> _spent = new((int)BitOperations.RoundUpToPowerOf2((uint)cells));

    /// <summary>One request of a party at a time, lest two at once take the last of one cell each.</summary>
    private readonly Lock[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new Lock())];

    /// <summary>Takes one of a party's, or several, if there are as many left.</summary>
    /// <param name="now">The time by <see cref="Rate.Now"/>.</param>
    public bool TryTake(ulong party, TimeSpan now, long amount = 1)
    {
        var hash = HashCode.Combine(party);
        lock (_turns[hash & (Turns - 1)])
        {
            var (first, second) = (Cell(hash), Cell(HashCode.Combine(hash)));
            var one = rate.TryTake(ref _spent[first], now, amount);
            var other = first != second && rate.TryTake(ref _spent[second], now, amount); // one cell is not charged twice
            return one || other;
        }
    }

    private int Cell(int hash) => hash & (_spent.Count - 1);
}
