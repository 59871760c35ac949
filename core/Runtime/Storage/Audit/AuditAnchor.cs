using System.Data.Common;
using System.Globalization;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using Dapper;

namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>
/// The length and the head of the audit, noted in a file outside the database. Who can write to the database can put an older one in
/// its place, whose chain is whole; against the anchor that is seen. Only what is committed is noted, so the anchor may be behind, by the
/// pace at which it is noted, and never ahead.
/// </summary>
public sealed class AuditAnchor
{
    private readonly Database _database;
    private readonly KeyRing _keys;

    internal AuditAnchor(StorageOptions options, Database database, KeyRing keys) => (Path, _database, _keys) = (PathOf(options), database, keys);

    public string Path { get; }

    /// <summary>Where the anchor of a storage is.</summary>
    public static string PathOf(StorageOptions options) => System.IO.Path.GetFullPath(options.AuditAnchor ?? $"{options.KeyFile}.audit");

    /// <summary>The anchor's lines. Read them before the database that they are held against: what is noted later may be ahead of it.</summary>
    public static IReadOnlyList<string> Lines(StorageOptions options) => AnchorFile.ReadLines(PathOf(options));

    /// <summary>Holds the audit against its last line, and notes where it is now.</summary>
    public async Task<AnchorFinding> Note(DateTimeOffset now, CancellationToken cancellation)
    {
        using var file = AnchorFile.TryOpen(Path, _keys);
        if (file is null)
            return new AnchorFinding.Busy();
        var last = file.Last;
        var (head, goesOn, restore) = await Look(last, cancellation);
        var hash = KeyRing.Hex(head.Hash);
        if (restore is not null && !file.Knows(restore.Id) && (goesOn || last!.Count <= restore.Count))
        {
            file.Add(AnchorLine.Restored, head, now, restore.Id);
            return new AnchorFinding.Restored(head.Seq, hash);
        }

        if (!goesOn)
        {
            file.Add(AnchorLine.Broken, head, now, last!.Count.ToString(CultureInfo.InvariantCulture));
            return new AnchorFinding.RolledBack(last.Count, head.Seq);
        }

        if (last is null || last.Count < head.Seq)
            file.Add(AnchorLine.Head, head, now, AnchorLine.None);
        return new AnchorFinding.GoesOn(head.Seq, hash);
    }

    /// <summary>Holds the audit against the lines of an anchor; a sentence for each thing that is wrong.</summary>
    public async Task<IReadOnlyList<string>> Check(IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        var wrong = new List<string>();
        var (before, last) = ("", (AnchorLine?)null);
        foreach (var (number, text) in lines.Select((text, n) => (n + 1, text)))
        {
            if (AnchorLine.Parse(text) is not { } line || !line.IsWhole(_keys, before))
                wrong.Add(Say($"Line {number} of the anchor {Path} is not what was written there."));
            else if (line.Kind is AnchorLine.Broken)
                wrong.Add(Say($"On {line.At:yyyy-MM-dd HH:mm} UTC the audit was found rolled back: {line.Note} facts had been noted, and the {line.Count} that were there did not go on from them."));
            last = AnchorLine.Parse(text) ?? last;
            before = last?.Seal ?? "";
        }

        var (head, goesOn, restore) = await Look(last, cancellation);
        if (!goesOn && (restore is null || last!.Count > restore.Count || lines.Any(line => line.Contains(restore.Id, StringComparison.Ordinal))))
            wrong.Add(Say($"The audit was rolled back: the anchor noted {last!.Count} facts on {last.At:yyyy-MM-dd HH:mm} UTC, and the {head.Seq} that are there do not go on from them."));
        return wrong;
    }

    /// <summary>Whether there are so many facts at least, and the last of that many has that hash.</summary>
    /// <param name="hash">In hexadecimal; null where only the number is known.</param>
    public Task<bool> Holds(long count, string? hash, CancellationToken cancellation) => _database.Read(
        async reader => (await Head(reader)).Seq >= count && (hash is null || string.Equals(KeyRing.Hex(await HashAt(reader, count)), hash, StringComparison.OrdinalIgnoreCase)),
        cancellation);

    /// <summary>How many facts there are, and the last one's hash in hexadecimal.</summary>
    public async Task<(long Count, string Head)> Where(CancellationToken cancellation)
    {
        var head = await _database.Read(Head, cancellation);
        return (head.Seq, KeyRing.Hex(head.Hash));
    }

    /// <summary>Where the audit is.</summary>
    internal static async Task<AuditHead> Head(DbConnection reader) =>
        await reader.QuerySingleOrDefaultAsync<AuditHead>("SELECT seq, hash, seal FROM audit_head WHERE id = 1") ?? new AuditHead(0, new byte[MasterKey.Size], []);

    private static async Task<byte[]> HashAt(DbConnection reader, long count) =>
        count == 0 ? new byte[MasterKey.Size] : await reader.QuerySingleOrDefaultAsync<byte[]>("SELECT hash FROM audit WHERE seq = @count", new { count }) ?? [];

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    /// <summary>The head, whether the audit goes on from a line, and the last restore, all of one instant.</summary>
    private Task<(AuditHead Head, bool GoesOn, RestoreRecord? Restore)> Look(AnchorLine? last, CancellationToken cancellation) => _database.Read(
        async reader =>
        {
            await Database.Execute(reader, _database.BeginSnapshot);
            var head = await Head(reader);
            var goesOn = last is null || (head.Seq >= last.Count && string.Equals(KeyRing.Hex(await HashAt(reader, last.Count)), last.Hash, StringComparison.Ordinal));
            var restore = await RestoreRecord.Read(reader, _keys);
            await Database.Execute(reader, "COMMIT");
            return (head, goesOn, restore);
        },
        cancellation);
}
