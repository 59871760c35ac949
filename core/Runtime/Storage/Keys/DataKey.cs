using System.Diagnostics.CodeAnalysis;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>
/// One owner's key. Sealed data is written only where the owner still has this very key: known from memory while nobody
/// was erased since it was seen in the database (the same <see cref="KeyRing.Era"/>), else asked there.
/// </summary>
/// <param name="era">When it was seen in the database; null for a new one.</param>
[SuppressMessage("Design", "CA1001", Justification = "AwakeKeys lets it rest, which disposes of the cipher")]
internal sealed class DataKey(string owner, byte[] secret, byte[] wrapped, long? era)
{
    private const int Never = -1;
    private readonly Lock _using = new();
    private long _era = era ?? Never;
    private Cipher? _cipher;

    public string Owner { get; } = owner;

    public byte[] Wrapped { get; } = wrapped;

    /// <summary>Whether the key was ever committed. It is inserted only before that, so that an erased key never comes back.</summary>
    public bool Stored => Volatile.Read(ref _era) is not Never;

    public bool IsSeenIn(long era) => Volatile.Read(ref _era) == era;

    public void MarkSeen(long era) => Volatile.Write(ref _era, era);

    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        lock (_using)
            return Cipher().Seal(plain, place);
    }

    public byte[]? Open(byte[] bytes, string place)
    {
        lock (_using)
            return Cipher().Open(bytes, place);
    }

    /// <summary>Gives back what the cipher takes; it is made again when it is needed.</summary>
    public void Rest()
    {
        lock (_using)
        {
            _cipher?.Dispose();
            _cipher = null;
        }
    }

    private Cipher Cipher()
    {
        if (_cipher is null)
        {
            _cipher = new Cipher(secret);
            AwakeKeys.Add(this);
        }

        return _cipher;
    }
}
