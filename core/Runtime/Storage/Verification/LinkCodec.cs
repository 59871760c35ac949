using System.Text.Json;
using System.Text.Json.Serialization;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services.Accounts;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>
/// Links as they are kept: found by a keyed hash of the token, and sealed by a key that takes the token too, so that whoever has
/// the database and even the master key reads nothing without the link.
/// </summary>
internal static partial class LinkCodec
{
    public static string IdOf(KeyRing keys, string token) => KeyRing.Hex(keys.Master.Secret("password-link", token));

    public static byte[] Seal(KeyRing keys, string token, PasswordLink link)
    {
        using var cipher = CipherOf(keys, token);
        return cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(link, LinkJson.Default.PasswordLink), Place(keys, token));
    }

    public static PasswordLink? Open(KeyRing keys, string token, byte[] body)
    {
        using var cipher = CipherOf(keys, token);
        return cipher.Open(body, Place(keys, token)) is { } bytes ? JsonSerializer.Deserialize(bytes, LinkJson.Default.PasswordLink) : null;
    }

    private static Cipher CipherOf(KeyRing keys, string token) => new(keys.Master.Secret("password-link-key", token));

    private static string Place(KeyRing keys, string token) => $"password_links|{IdOf(keys, token)}|body";

    [JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(PasswordLink))]
    private sealed partial class LinkJson : JsonSerializerContext;
}
