using System.Data.Common;
using System.Security.Cryptography;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage.Sessions;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Cases;
using Dapper;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>
/// The keys of a node: one per owner (an address, a case, a member of a fund), wrapped by the master key. A row is
/// found by blind index and read with its owner's key beside it; where the key is gone, the row reads as absent.
/// </summary>
public sealed class KeyRing
{
    private static readonly string[] Tables = ["cases", "members", "member_facts", "accounts", "employers", "claims", "claim_follows", "register_outbox", "dialogues", "dialogue_turns", "dialogue_files", "documents", "hand_overs", "hand_over_words", "outbox", "keys"];

    private static readonly Statement Owners = new("SELECT k.owner FROM {rows} JOIN keys k ON k.owner > r.after", "after text");

    private static readonly Statement Find = new("SELECT k.wrapped FROM {rows} JOIN keys k ON k.owner = r.owner", "owner text");

    private readonly Database _database;
    private readonly Writer _writer;
    private readonly ITurnLog _turns;
    private readonly BoundedCache<string, DataKey> _cache;
    private readonly OwnerFilter _owners = new();
    private MasterKey? _master;
    private long _era;

    internal KeyRing(Database database, Writer writer, ITurnLog turns, int cached)
    {
        (_database, _writer, _turns) = (database, writer, turns);
        _cache = new(cached);
    }

    /// <summary>What lasts until somebody is erased: by this process, or where nodes share a database by any that it has heard of.</summary>
    internal long Era => Volatile.Read(ref _era);

    internal MasterKey Master => _master ?? throw new InvalidOperationException("The storage is not open.");

    /// <summary>The owner of what an address said and was told with one fund; a phone is one owner on all its channels.</summary>
    public string OwnerOfAddress(FundId fund, string value) => $"a:{Hex(Blind("owner", fund, value))}";

    /// <summary>The owner of a case.</summary>
    public static string OwnerOfCase(CaseNumber number) => $"c:{number.Digits}";

    /// <summary>The owner of an entry in the local register.</summary>
    public string OwnerOfMember(FundId fund, string number) => $"m:{Hex(Blind("member", fund, number))}";

    /// <summary>
    /// Destroys an owner's key, which makes all it sealed unreadable in old copies of the tables too, and deletes the
    /// owner's rows, so that no blind index stands in the way of a new beginning. On disk when it returns.
    /// </summary>
    /// <returns>Whether the owner had a key.</returns>
    public async Task<bool> Erase(string owner, CancellationToken cancellation)
    {
        var erased = await _writer.Do(
            async writer =>
            {
                Interlocked.Increment(ref _era);
                await _turns.Erase(writer, owner);
                var last = 0;
                foreach (var table in Tables)
                    last = await writer.ExecuteAsync($"DELETE FROM {table} WHERE owner = @owner", new { owner });
                return last > 0;
            },
            cancellation);
        _cache.Remove(owner);
        return erased;
    }

    internal void Open(MasterKey master) => _master = master;

    /// <summary>Learns which owners there are, where no other node makes any.</summary>
    internal async Task LearnOwners(DbConnection reader)
    {
        if (_database.IsShared)
            return;
        await _database.Run(reader, Owners, [[""]], row => _owners.Add(row.Text(0)));
        _owners.IsComplete = true;
    }

    /// <summary>Hears of erasures by other nodes, and forgets all keys where there were any.</summary>
    /// <returns>Whether there were.</returns>
    internal async Task<bool> LearnErasures(DbConnection reader)
    {
        if (!_database.IsShared)
            return false;
        var era = await reader.ExecuteScalarAsync<long>("SELECT era FROM eras");
        if (era == Era)
            return false;
        Volatile.Write(ref _era, era);
        _cache.Clear();
        return true;
    }

    /// <summary>Whether an owner can have a key or anything sealed by it; false is certain.</summary>
    internal bool MayHave(string owner) => _owners.MayHave(owner);

    /// <summary>The key to seal an owner's data with: the stored one, or a new one to be stored with the data.</summary>
    internal async ValueTask<DataKey> For(string owner, CancellationToken cancellation)
    {
        if (_cache.TryGet(owner, out var key))
            return key;
        if (!MayHave(owner))
            return New(owner);
        var era = Era; // before it is read, as it may be erased meanwhile
        var wrapped = await _database.Read(reader => _database.Run(reader, Find, [[owner]], r => r.Bytes(0)), cancellation);
        return For(owner, wrapped.SingleOrDefault(), era);
    }

    /// <summary>The same, read in an era.</summary>
    /// <param name="wrapped">The stored key; null where there is none.</param>
    internal DataKey For(string owner, byte[]? wrapped, long era) => Unwrap(owner, wrapped, era) is { } key ? _cache.GetOrAdd(owner, key) : New(owner);

    /// <summary>A key for an owner that has none, to be stored with what it seals.</summary>
    internal DataKey New(string owner)
    {
        var secret = RandomNumberGenerator.GetBytes(MasterKey.Size);
        _owners.Add(owner);
        return _cache.GetOrAdd(owner, new DataKey(owner, secret, Master.Wrap(owner, secret), era: null));
    }

    /// <summary>The key as read beside a row; null where it was erased.</summary>
    internal DataKey? Unwrap(string owner, byte[]? wrapped) => Unwrap(owner, wrapped, Era);

    /// <summary>Whether memory alone can tell that the owner still has this key.</summary>
    internal bool IsSureOf(DataKey key) => !_database.IsShared && key.IsSeenIn(Era);

    internal void Forget(IEnumerable<DataKey> keys)
    {
        foreach (var key in keys)
            _cache.Remove(key.Owner);
    }

    internal void ForgetAll()
    {
        Interlocked.Increment(ref _era); // a key that a waiting unit holds may not be there any more
        _owners.IsComplete = false;
        _cache.Clear();
    }

    internal byte[] Session(SessionKey key) => Master.Blind("session", $"{key.Fund}\n{key.Channel}\n{key.Exchange}");

    /// <summary>A blind index over a value as people may write it: outer blanks and case do not count.</summary>
    internal byte[] Blind(string column, FundId fund, string value) => Master.Blind(column, $"{fund}\n{Normal(value)}");

    internal byte[]? BlindOrNull(string column, FundId fund, string? value) => value is null ? null : Blind(column, fund, value);

    internal byte[] Person(string number) => Master.Blind("person", Normal(number));

    internal byte[] Subject(string subject) => Master.Blind("attempts", subject);

    internal static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Normal(string value) => value.Normalize().Trim().ToUpperInvariant();

    private DataKey? Unwrap(string owner, byte[]? wrapped, long era) =>
        wrapped is not null && Master.Unwrap(owner, wrapped) is { } secret ? new DataKey(owner, secret, wrapped, era) : null;
}
