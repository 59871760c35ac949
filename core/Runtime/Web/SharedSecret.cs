using System.Security.Cryptography;
using System.Text;

namespace ChatChannels.Runtime.Web;

/// <summary>A word that both sides know, kept and compared as a hash: all have one length, so that the time taken tells nothing of it.</summary>
public sealed class SharedSecret(string word)
{
    private readonly byte[] _hash = Hash(word);

    public bool Is(string given) => CryptographicOperations.FixedTimeEquals(Hash(given), _hash);

    public override string ToString() => "SharedSecret { *** }";

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
