using System.CommandLine;
using ChatChannels.Runtime.Storage.Backup;

namespace ChatChannels.Host.Commands;

/// <summary><c>backup FILE</c>: a consistent copy while the service runs.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Where to write the copy; must not be there yet. The master key is not in it: keep its file apart." };
        var command = new Command("backup", "Copy the whole storage while the service runs.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            var report = await Backups.For(StorageCommand.Options(parsed), TimeProvider.System)
                .Save(parsed.GetValue(file)!.FullName, cancellation);
            return StorageCommand.Say(parsed, report.Done, report.Sentence);
        });
        return command;
    }
}
