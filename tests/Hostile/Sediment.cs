using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Backup;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ChatChannels.Tests.Hostile;

/// <summary>Everything a service leaves on disk: database, WAL and what else is beside it, every table, and a backup; not the key.</summary>
internal static class Sediment
{
    private const string Backup = "copy.backup";

    /// <summary>
    /// A socket and a lock file hold nothing, and the index of the WAL page numbers alone (SQLite's file format, section 2): the pages
    /// from 49 on, in a row, spell digits.
    /// </summary>
    private static readonly string[] Empty = [".control", ".lock", ".db-shm"];

    /// <summary>Named and read, while the service still runs.</summary>
    public static async Task<IReadOnlyList<(string Place, byte[] Content)>> Of(ReplayHost service, CancellationToken cancellation)
    {
        var options = service.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var folder = Path.GetDirectoryName(Path.GetFullPath(options.Path))!;
        var saved = await Backups.For(options, service.Clock).Save(Path.Combine(folder, Backup), cancellation);
        Assert.True(saved.Done, saved.Sentence);
        var found = Directory.EnumerateFiles(folder)
            .Where(file => !string.Equals(file, Path.GetFullPath(options.KeyFile), StringComparison.Ordinal) && !Empty.Contains(Path.GetExtension(file)))
            .Select(file => (Path.GetFileName(file), Read(file)))
            .ToList();
        if (options.Kind is StorageKind.Postgres)
            found.AddRange(await Tables(options.ConnectionString!, cancellation));
        return found;
    }

    private static async Task<List<(string Place, byte[] Content)>> Tables(string database, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=False");
        await connection.OpenAsync(cancellation);
        var tables = new List<(string, byte[])>();
        foreach (var table in (await connection.QueryAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).ToList())
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT BINARY)", cancellation);
            using var content = new MemoryStream();
            await copy.CopyToAsync(content, cancellation);
            tables.Add((table, content.ToArray()));
        }

        return tables;
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
