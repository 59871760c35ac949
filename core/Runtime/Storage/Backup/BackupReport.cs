namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>What came of a backup or a restore.</summary>
/// <param name="Done">Whether it was done; where not, nothing was changed.</param>
/// <param name="Sentence">What was done, or why not and what to do; for the operator.</param>
public sealed record BackupReport(bool Done, string Sentence)
{
    internal static BackupReport Refused(string sentence) => new(Done: false, sentence);

    internal static BackupReport Saved(string file, string keyFile) => new(
        Done: true, $"Saved to {file}. Keep the key file {keyFile} safe in another place: without it the backup cannot be read.");

    internal static BackupReport Restored(string file) => new(Done: true, $"Restored from {file}.");
}
