using System.CommandLine;
using System.Globalization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Runtime.Storage.Backup;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatChannels.Host.Commands;

/// <summary><c>verify-audit</c>: walks the audit chain from its first fact to its last, while the service runs or not.</summary>
internal static class VerifyAuditCommand
{
    public static Command Create()
    {
        var command = new Command("verify-audit", "Prove that no audit fact was edited, moved or taken away.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (parsed, cancellation) => await Run(StorageCommand.Options(parsed.UnmatchedTokens), cancellation));
        return command;
    }

    private static async Task<int> Run(StorageOptions options, CancellationToken cancellation)
    {
        if (options.Kind is StorageKind.Postgres)
            return await Verify(options, cancellation);

        // The service may hold the file: a copy of it is verified.
        var folder = Directory.CreateTempSubdirectory("chatchannels-audit-");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy.db");
            var saved = await Backups.For(options, TimeProvider.System).Save(copy, cancellation);
            return saved.Done
                ? await Verify(new StorageOptions { Path = copy, KeyFile = options.KeyFile }, cancellation)
                : StorageCommand.Say(done: false, saved.Sentence);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> Verify(StorageOptions options, CancellationToken cancellation)
    {
        await using var house = await Storehouse.Open(options, TimeProvider.System, NullLogger.Instance, cancellation);
        return await house.Audit.Verify(cancellation) switch
        {
            AuditReport.Whole whole => StorageCommand.Say(done: true, string.Create(CultureInfo.InvariantCulture, $"{whole.Facts} facts, unbroken.")),
            AuditReport.Broken broken => StorageCommand.Say(done: false, string.Create(CultureInfo.InvariantCulture, $"Broken at fact {broken.Seq}: {broken.Why}.")),
            _ => 1,
        };
    }
}
