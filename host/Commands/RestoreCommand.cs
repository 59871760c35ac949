using System.CommandLine;
using ChatChannels.Runtime.Storage.Backup;

namespace ChatChannels.Host.Commands;

/// <summary><c>restore FILE</c>: puts a copy back, all or nothing, while the service runs or not.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A copy made by backup." };
        var force = new Option<bool>("--force") { Description = "Replace what is in the storage now." };
        var command = new Command("restore", "Put a copy back, after checking that it is whole and that the key fits.") { file, force };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            var report = await Backups.For(StorageCommand.Options(parsed), TimeProvider.System)
                .Restore(parsed.GetValue(file)!.FullName, parsed.GetValue(force), cancellation);
            return StorageCommand.Say(parsed, report.Done, report.Sentence);
        });
        return command;
    }
}
