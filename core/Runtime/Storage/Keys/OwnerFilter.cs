namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>Which owners there are: a person who calls for the first time costs no read.</summary>
internal sealed class OwnerFilter
{
    private readonly BloomFilter _owners = new();
    private volatile bool _isComplete;

    /// <summary>Whether it knows every owner; before that nothing can be said of any.</summary>
    public bool IsComplete
    {
        get => _isComplete;
        set => _isComplete = value;
    }

    public bool MayHave(string owner) => !IsComplete || _owners.MayHave(Hash(owner));

    public bool Add(string owner) => _owners.Add(Hash(owner));

    /// <summary>FNV-1a, finished by a multiplication that mixes the high bits; owners are keyed hashes already.</summary>
    private static ulong Hash(string owner)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var character in owner)
            hash = (hash ^ character) * 1_099_511_628_211UL;
        return (hash ^ (hash >> 29)) * 0x9E37_79B9_7F4A_7C15UL;
    }
}
