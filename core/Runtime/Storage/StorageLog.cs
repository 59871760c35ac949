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

    [LoggerMessage(2011, LogLevel.Warning, "A command by the control socket failed: {Error}")]
    public static partial void ControlFailed(ILogger logger, string error);

    [LoggerMessage(2012, LogLevel.Warning, "The database is new, and a new master key is made: {KeyFile}. Copy it to a safe place, apart from every backup")]
    public static partial void NewKey(ILogger logger, string keyFile);

    [LoggerMessage(2007, LogLevel.Information, "Audit: {Count} facts, head {Head}")]
    public static partial void Anchored(ILogger logger, long count, string head);

    [LoggerMessage(2008, LogLevel.Critical, "The audit was rolled back: {Noted} facts were noted, and the {Count} that are there do not go on from them. Keep the database and {Anchor} as they are, and find out who changed it")]
    public static partial void RolledBack(ILogger logger, long noted, long count, string anchor);

    [LoggerMessage(2009, LogLevel.Warning, "The audit was restored by an operator: {Count} facts, head {Head}")]
    public static partial void RestoreNoted(ILogger logger, long count, string head);

    [LoggerMessage(2010, LogLevel.Warning, "The audit could not be noted in {Anchor}: {Reason}")]
    public static partial void NotAnchored(ILogger logger, string anchor, string reason);
}
