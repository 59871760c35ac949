using ChatChannels.Runtime.Storage.Audit;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>Opens a copy as a node would, which brings it to this program's schema and checks the key, and verifies its facts.</summary>
internal static class BackupCheck
{
    /// <summary>Null where all is well, else the sentence to refuse with.</summary>
    public static async Task<string?> Refusal(StorageOptions copy, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            await using var house = await Storehouse.Open(copy, time, NullLogger.Instance, cancellation);
            return await house.Audit.Verify(cancellation) is AuditReport.Broken broken
                ? $"The backup's audit chain is broken at fact {broken.Seq} ({broken.Why}); it was altered, and is not restored."
                : null;
        }
        catch (StorageRefusedException refused)
        {
            return $"The backup does not fit: {refused.Message}";
        }
    }
}
