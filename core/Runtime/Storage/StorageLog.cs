using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Storage;

/// <summary>What the storage logs: ids 2001 to 2099, nothing personal.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(2001, LogLevel.Information, "Storage open: {Kind}, {Migrations} migrations applied")]
    public static partial void Opened(ILogger logger, StorageKind kind, int migrations);

    [LoggerMessage(2002, LogLevel.Information, "Storage closed: all that waited is on disk")]
    public static partial void Closed(ILogger logger);

    [LoggerMessage(2003, LogLevel.Error, "A group of {Count} could not be written: {Error}")]
    public static partial void GroupFailed(ILogger logger, int count, string error);

    [LoggerMessage(2004, LogLevel.Warning, "A group of {Count} met another node's, try {Attempt}; tried again")]
    public static partial void GroupAgain(ILogger logger, int count, int attempt);

    [LoggerMessage(2005, LogLevel.Information, "Restore asked for: {Outcome}")]
    public static partial void Restored(ILogger logger, string outcome);

    [LoggerMessage(2006, LogLevel.Warning, "No control socket: {Reason}; restore needs the service stopped")]
    public static partial void NoControl(ILogger logger, string reason);
}
