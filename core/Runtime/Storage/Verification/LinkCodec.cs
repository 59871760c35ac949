using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatChannels.Runtime.Storage.Keys;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>
/// Links as they are kept: found by a keyed hash of the token, and sealed by a key that takes the token too, so that whoever has
/// the database and even the master key reads nothing without the link.
/// </summary>
/// <param name="kind">What the links are for; their table has its name in the plural.</param>
internal sealed class LinkCodec<T>(string kind, JsonTypeInfo<T> json)
    where T : class
{
    public string IdOf(KeyRing keys, string token) => KeyRing.Hex(keys.Master.Secret(kind, token));

    public byte[] Seal(KeyRing keys, string token, T link)
    {
        using var cipher = CipherOf(keys, token);
        return cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(link, json), Place(keys, token));
    }

    public T? Open(KeyRing keys, string token, byte[] body)
    {
        using var cipher = CipherOf(keys, token);
        return cipher.Open(body, Place(keys, token)) is { } bytes ? JsonSerializer.Deserialize(bytes, json) : null;
    }

    private Cipher CipherOf(KeyRing keys, string token) => new(keys.Master.Secret($"{kind}-key", token));

    private string Place(KeyRing keys, string token) => $"{kind.Replace('-', '_')}s|{IdOf(keys, token)}|body";
}
