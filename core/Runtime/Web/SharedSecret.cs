using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ChatChannels.Runtime.Web;

/// <summary>A word that both sides know. How long a comparison takes tells at most how long the word is.</summary>
public sealed class SharedSecret(string word)
{
    public bool Is(string given) => CryptographicOperations.FixedTimeEquals(Octets(given), Octets(word));

    public override string ToString() => "SharedSecret { *** }";

    private static ReadOnlySpan<byte> Octets(string text) => MemoryMarshal.AsBytes(text.AsSpan());
}
