using System.CommandLine;
using ChatChannels.Host.Starting;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Backup;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatChannels.Host.Commands;

/// <summary>What the storage commands share: the same configuration as the service, and one sentence at the end.</summary>
internal static class StorageCommand
{
    /// <summary>The storage the service would open, from the same files, environment and command line.</summary>
    /// <exception cref="StartRefusedException">The service would not start so.</exception>
    public static StorageOptions Options(ParseResult parsed)
    {
        using var app = Composition.BuildParts(["--Logging:LogLevel:Default", "Error", .. parsed.UnmatchedTokens]);
        return StartRules.Storage(app.Services);
    }

    /// <summary>Reads the storage while the service runs or not: a SQLite file, which the service may hold, by a copy of it.</summary>
    public static async Task<int> OnCopy(ParseResult parsed, Func<Storehouse, Task<int>> read, CancellationToken cancellation)
    {
        var options = Options(parsed);
        if (options.Kind is StorageKind.Postgres)
            return await On(options, read, cancellation);
        var folder = Directory.CreateTempSubdirectory("chatchannels-copy-");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy.db");
            var saved = await Backups.For(options, TimeProvider.System).Save(copy, cancellation);
            return saved.Done
                ? await On(new StorageOptions { Path = copy, KeyFile = options.KeyFile, AuditAnchor = options.AuditAnchor }, read, cancellation)
                : Say(parsed, done: false, saved.Sentence);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static int Say(ParseResult parsed, bool done, string sentence)
    {
        var console = parsed.InvocationConfiguration;
        (done ? console.Output : console.Error).WriteLine(sentence);
        return done ? 0 : 1;
    }

    private static async Task<int> On(StorageOptions options, Func<Storehouse, Task<int>> read, CancellationToken cancellation)
    {
        await using var house = await Storehouse.Open(options, TimeProvider.System, NullLogger.Instance, cancellation);
        return await read(house);
    }
}
