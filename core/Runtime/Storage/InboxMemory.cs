using System.Buffers.Binary;
using ChatChannels.Runtime.Storage.Keys;

namespace ChatChannels.Runtime.Storage;

/// <summary>
/// Which messages may have come before, by blind index, where no other node takes any in. In two generations, so that what is swept
/// is forgotten here too.
/// </summary>
internal sealed class InboxMemory
{
    private volatile Generation _young = new();
    private volatile Generation _old = new();
    private volatile bool _isComplete;

    /// <summary>Whether it knows every message in the inbox; before that nothing can be said of any.</summary>
    public bool IsComplete
    {
        get => _isComplete;
        set => _isComplete = value;
    }

    /// <summary>Whether a message may have been taken in; false is certain.</summary>
    public bool MayHave(ReadOnlySpan<byte> message) =>
        !IsComplete || _young.Messages.MayHave(Hash(message)) || _old.Messages.MayHave(Hash(message));

    public bool Add(ReadOnlySpan<byte> message, long at)
    {
        var young = _young;
        if (at > Volatile.Read(ref young.Latest))
            Volatile.Write(ref young.Latest, at); // of two at once either will do: they are moments apart, and generations days
        return young.Messages.Add(Hash(message));
    }

    /// <summary>Forgets the older generation, once all of it was taken in before an instant.</summary>
    public void Forget(long before)
    {
        if (Volatile.Read(ref _old.Latest) >= before)
            return;
        _old = _young;
        _young = new();
    }

    /// <summary>Blind indexes are evenly spread already.</summary>
    private static ulong Hash(ReadOnlySpan<byte> message) => BinaryPrimitives.ReadUInt64LittleEndian(message);

    private sealed class Generation
    {
        /// <summary>When the last one was taken in.</summary>
        public long Latest;

        public BloomFilter Messages { get; } = new();
    }
}
