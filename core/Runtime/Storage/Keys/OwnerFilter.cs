namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>
/// A Bloom filter of the owners there are: a person who calls for the first time costs no read. Of 3 million owners one in a
/// hundred new ones is read for after all; above that more.
/// </summary>
internal sealed class OwnerFilter
{
    private const int Bits = 1 << 25;
    private const int Probes = 5;
    private readonly int[] _cells = new int[Bits / 32];
    private volatile bool _isComplete;

    /// <summary>Whether it knows every owner; before that nothing can be said of any.</summary>
    public bool IsComplete
    {
        get => _isComplete;
        set => _isComplete = value;
    }

    public bool MayHave(string owner)
    {
        if (!IsComplete)
            return true;
        var hash = Hash(owner);
        for (var i = 0; i < Probes; i++)
        {
            var bit = Bit(hash, i);
            if ((Volatile.Read(ref _cells[bit >> 5]) & (1 << (bit & 31))) == 0)
                return false;
        }

        return true;
    }

    public bool Add(string owner)
    {
        var hash = Hash(owner);
        for (var i = 0; i < Probes; i++)
        {
            var bit = Bit(hash, i);
            Interlocked.Or(ref _cells[bit >> 5], 1 << (bit & 31));
        }

        return true;
    }

    /// <summary>FNV-1a, finished by a multiplication that mixes the high bits; owners are keyed hashes already.</summary>
    private static ulong Hash(string owner)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var character in owner)
            hash = (hash ^ character) * 1_099_511_628_211UL;
        return (hash ^ (hash >> 29)) * 0x9E37_79B9_7F4A_7C15UL;
    }

    /// <summary>Two halves of one hash, combined: as good as independent ones (Kirsch and Mitzenmacher, 2006).</summary>
    private static int Bit(ulong hash, int probe) => (int)(((uint)hash + (uint)probe * (uint)(hash >> 32)) & (Bits - 1));
}
