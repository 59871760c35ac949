using System.Data.Common;
using System.Globalization;
using System.Text;
using ChatChannels.Runtime.Storage.Keys;
using Dapper;

namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>
/// What a restore leaves in the database: how long the audit was before, sealed with the key. By it every node's anchor knows that an
/// operator put an older audit back; nobody without the key can write one, and each counts once.
/// </summary>
/// <param name="Count">How many facts there were before the restore.</param>
internal sealed record RestoreRecord(long Count, string Hash, DateTimeOffset At, string Id)
{
    private const string Query = "SELECT value FROM meta WHERE name = 'restored'";

    private const string Write =
        "INSERT INTO meta (name, value) VALUES ('restored', @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    private string Text => string.Create(CultureInfo.InvariantCulture, $"{Count} {Hash} {At:O}");

    public static RestoreRecord Of(KeyRing keys, AuditHead before, DateTimeOffset at)
    {
        var record = new RestoreRecord(before.Seq, KeyRing.Hex(before.Hash), at, "");
        return record with { Id = record.Seal(keys) };
    }

    /// <summary>The record of the last restore; null where there was none, or somebody without the key wrote it.</summary>
    public static async Task<RestoreRecord?> Read(DbConnection reader, KeyRing keys)
    {
        if (await reader.QuerySingleOrDefaultAsync<byte[]>(Query) is not { } value || Encoding.UTF8.GetString(value).Split(' ') is not [var count, var hash, var at, var id])
            return null;
        if (!long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var facts)
            || !DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var when))
            return null;
        var record = new RestoreRecord(facts, hash, when, id);
        return string.Equals(record.Seal(keys), id, StringComparison.Ordinal) ? record : null;
    }

    public Task Put(DbConnection writer) => writer.ExecuteAsync(Write, new { value = Encoding.UTF8.GetBytes($"{Text} {Id}") });

    private string Seal(KeyRing keys) => KeyRing.Hex(keys.Master.Secret("audit-restored", Text));
}
