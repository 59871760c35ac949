namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>
/// A Bloom filter of at most 4 MB over evenly spread hashes. Of 3 million entries one in a hundred others is taken for one of them;
/// above that more.
/// </summary>
internal sealed class BloomFilter
{
    private const int Bits = 1 << 25;
    private const int Probes = 5;
    private readonly SparseCells<int> _cells = new(Bits / 32);

    /// <summary>Whether something may have been added; false is certain.</summary>
    public bool MayHave(ulong hash)
    {
        for (var i = 0; i < Probes; i++)
        {
            var bit = Bit(hash, i);
            if ((Volatile.Read(ref _cells[bit >> 5]) & (1 << (bit & 31))) == 0)
                return false;
        }

        return true;
    }

    /// <summary>Adds it; returns true.</summary>
    public bool Add(ulong hash)
    {
        for (var i = 0; i < Probes; i++)
        {
            var bit = Bit(hash, i);
            Interlocked.Or(ref _cells[bit >> 5], 1 << (bit & 31));
        }

        return true;
    }

    /// <summary>Two halves of one hash, combined: as good as independent ones (Kirsch and Mitzenmacher, 2006).</summary>
    private static int Bit(ulong hash, int probe) => (int)(((uint)hash + (uint)probe * (uint)(hash >> 32)) & (Bits - 1));
}
