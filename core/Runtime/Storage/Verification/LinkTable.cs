using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Links;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>
/// Links as they are kept: found by a keyed hash of the token, and sealed by a key that takes the token too, so that whoever has
/// the database and even the master key reads nothing without the link.
/// </summary>
/// <param name="kind">What the links are for; their table has its name in the plural.</param>
internal sealed class LinkTable<T>(string kind, JsonTypeInfo<T> json)
    where T : Link
{
    private readonly string _name = NameOf(kind);
    private readonly Statement _issue = new(
        $"INSERT INTO {NameOf(kind)} (id, body, expires) SELECT r.id, r.body, r.expires FROM {{rows}}", "id text, body bytes, expires long");

    private readonly Statement _use = new(
        $"UPDATE {NameOf(kind)} SET used_at = r.now FROM {{rows}} WHERE {NameOf(kind)}.id = r.id AND used_at IS NULL RETURNING {NameOf(kind)}.id",
        "id text, now long");

    /// <summary>The query of one link by its <c>@id</c>.</summary>
    public string Query { get; } = $"SELECT body, used_at AS usedAt FROM {NameOf(kind)} WHERE id = @id";

    public RowWrite Issue(KeyRing keys, string token, T link) =>
        new(_issue, [IdOf(keys, token), Seal(keys, token, link), link.Expires.UtcTicks], CanClash: false);

    public RowWrite Use(KeyRing keys, string token, DateTimeOffset at) => new(_use, [IdOf(keys, token), at.UtcTicks], CanClash: true);

    public string IdOf(KeyRing keys, string token) => KeyRing.Hex(keys.Master.Secret(kind, token));

    public T? Open(KeyRing keys, string token, byte[] body)
    {
        using var cipher = CipherOf(keys, token);
        return cipher.Open(body, Place(keys, token)) is { } bytes ? JsonSerializer.Deserialize(bytes, json) : null;
    }

    private byte[] Seal(KeyRing keys, string token, T link)
    {
        using var cipher = CipherOf(keys, token);
        return cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(link, json), Place(keys, token));
    }

    private Cipher CipherOf(KeyRing keys, string token) => new(keys.Master.Secret($"{kind}-key", token));

    private string Place(KeyRing keys, string token) => $"{_name}|{IdOf(keys, token)}|body";

    private static string NameOf(string kind) => $"{kind.Replace('-', '_')}s";
}
