using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Keys;
using Dapper;

namespace ChatChannels.Soak.Checks;

/// <summary>The keys in a store, by owner.</summary>
internal sealed class StoredKeys
{
    private readonly KeyRing _ring;
    private readonly Dictionary<string, byte[]> _wrapped;

    private StoredKeys(KeyRing ring, Dictionary<string, byte[]> wrapped) => (_ring, _wrapped) = (ring, wrapped);

    private sealed record Row
    {
        public string Owner { get; init; } = "";

        public byte[] Wrapped { get; init; } = [];
    }

    public static async Task<StoredKeys> Read(Storehouse house, CancellationToken cancellation)
    {
        var rows = await house.Database.Read(reader => reader.QueryAsync<Row>("SELECT owner, wrapped FROM keys"), cancellation);
        return new StoredKeys(house.Keys, rows.ToDictionary(row => row.Owner, row => row.Wrapped, StringComparer.Ordinal));
    }

    public DataKey? Of(string owner) => _wrapped.TryGetValue(owner, out var wrapped) ? _ring.Unwrap(owner, wrapped) : null;
}
