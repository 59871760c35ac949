using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using Dapper;

namespace ChatChannels.Runtime.Storage.Files;

/// <summary>
/// Contents of files, in parts beside the rows that they belong to, written before them: a hop waits for one part, never for a file.
/// Each content has a key of its own, which its row keeps sealed: to seal the row anew, or to destroy the row's key, is to do it to the content.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "a semaphore whose handle nobody asks for holds none")]
internal sealed class FileParts(Database database, Writer writer)
{
    /// <summary>What is not larger stays in its row.</summary>
    public const int Whole = 64 * 1024;

    /// <summary>About a millisecond of a disk.</summary>
    private const int Part = 64 * 1024;

    private const int Batch = 100;

    /// <summary>One part at a time of this node's, whoever sends it.</summary>
    private readonly SemaphoreSlim _lane = new(1, 1);

    /// <summary>The unit with references in place of its larger contents, whose parts are on disk.</summary>
    public ValueTask<Unit> Apart(Unit unit, CancellationToken cancellation)
    {
        foreach (var change in unit.Changes)
        {
            if (change is Change.KeepDocument or Change.FileDocument or Change.KeepFile)
                return new(AllApart(unit, cancellation));
        }

        return new(unit);
    }

    /// <summary>The content that a row keeps, or refers to; null where parts are missing or altered.</summary>
    public async Task<byte[]?> Open(byte[]? kept, CancellationToken cancellation)
    {
        if (kept is null || FileReference.Of(kept) is not { } reference)
            return kept;
        var parts = await database.Read(
            async reader => (await reader.QueryAsync<byte[]>(new CommandDefinition(
                "SELECT body FROM file_parts WHERE content = @Content ORDER BY part", new { reference.Content }, cancellationToken: cancellation))).AsList(),
            cancellation);
        return Join(reference, parts);
    }

    /// <summary>Forgets contents of which no row says that they are its own; looked for beside the writer, and forgotten a few at a time.</summary>
    public async Task Sweep(DateTimeOffset before, CancellationToken cancellation)
    {
        while (await Lost(before, cancellation) is { Count: > 0 } lost)
        {
            foreach (var one in lost)
                await writer.Do(connection => connection.ExecuteAsync("DELETE FROM file_parts WHERE content = @content AND part = @part", new { content = one.Content, part = one.Part }), cancellation);
        }
    }

    private async Task<Unit> AllApart(Unit unit, CancellationToken cancellation)
    {
        var changes = ImmutableArray.CreateBuilder<Change>(unit.Changes.Length);
        foreach (var change in unit.Changes)
        {
            changes.Add(change switch
            {
                Change.KeepDocument { Document: var d } keep => keep with { Document = d with { Content = await Keep(d.Content, d.At, cancellation) } },
                Change.FileDocument { Document: { Kept.Length: > 0 } d } file => file with { Document = d with { Content = d.Kept } },
                Change.FileDocument { Document: var d } file => file with { Document = d with { Content = await Keep(d.Content, d.At, cancellation) } },
                Change.KeepFile { File: var f } keep => new Change.KeepFile(f with { Content = await Keep(f.Content, f.At, cancellation) }),
                _ => change,
            });
        }

        return unit with { Changes = changes.ToImmutable() };
    }

    private async Task<ImmutableArray<byte>> Keep(ImmutableArray<byte> content, DateTimeOffset at, CancellationToken cancellation)
    {
        if (content.Length <= Whole)
            return content;
        var reference = FileReference.New(content.Length);
        using var cipher = new Cipher(reference.Key);
        for (var (part, from) = (0L, 0); from < content.Length; part++, from += Part)
        {
            var octets = content.AsSpan(from, Math.Min(Part, content.Length - from));
            await Write(reference.Content, part, at, cipher.Seal(octets, Place(reference, part)), cancellation);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(reference.Write());
    }

    private async Task Write(string content, long part, DateTimeOffset at, byte[] body, CancellationToken cancellation)
    {
        await _lane.WaitAsync(cancellation);
        try
        {
            var row = new { content, part, at = at.UtcTicks, body };
            await writer.Do(
                connection => connection.ExecuteAsync("INSERT INTO file_parts (content, part, at, body) VALUES (@content, @part, @at, @body)", row), cancellation);
        }
        finally
        {
            _lane.Release();
        }
    }

    private static byte[]? Join(FileReference reference, List<byte[]> parts)
    {
        using var cipher = new Cipher(reference.Key);
        var content = new byte[reference.Length];
        var length = 0;
        for (var part = 0; part < parts.Count; part++)
        {
            if (cipher.Open(parts[part], Place(reference, part)) is not { } octets || length + octets.Length > content.Length)
                return null;
            octets.CopyTo(content, length);
            length += octets.Length;
        }

        return length == content.Length ? content : null;
    }

    private Task<List<LostPart>> Lost(DateTimeOffset before, CancellationToken cancellation) => database.Read(
        async reader => (await reader.QueryAsync<LostPart>(new CommandDefinition(
            """
            SELECT p.content AS Content, p.part AS Part FROM file_parts p WHERE p.at < @before
            AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.content = p.content)
            AND NOT EXISTS (SELECT 1 FROM dialogue_files f WHERE f.content = p.content) LIMIT @Batch
            """,
            new { before = before.UtcTicks, Batch },
            cancellationToken: cancellation))).AsList(),
        cancellation);

    private static string Place(FileReference reference, long part) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"file_parts|{reference.Content}/{part}|body");

    private sealed record LostPart
    {
        public string Content { get; init; } = "";

        public long Part { get; init; }
    }
}
