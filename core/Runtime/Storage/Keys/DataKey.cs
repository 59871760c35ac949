namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>One owner's key. Sealed data is written only together with the check that the owner still has this very key.</summary>
internal sealed class DataKey(string owner, byte[] secret, byte[] wrapped, bool stored)
{
    private volatile bool _stored = stored;

    public string Owner { get; } = owner;

    public byte[] Wrapped { get; } = wrapped;

    /// <summary>Whether the key was ever committed. It is inserted only before that, so that an erased key never comes back.</summary>
    public bool Stored => _stored;

    public void MarkStored() => _stored = true;

    public byte[] Seal(ReadOnlySpan<byte> plain, string place) => Cipher.Seal(secret, plain, place);

    public byte[]? Open(byte[] bytes, string place) => Cipher.Open(secret, bytes, place);
}
