using System.Net.Sockets;
using ChatChannels.Runtime.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ChatChannels.Host.Starting;

/// <summary>
/// The sentence for what a person can mend: a setting, a file, a disk, a database, a port. A fault of the program has none, and
/// keeps its stack of calls.
/// </summary>
internal static class Mendable
{
    private const string NotConverted = "Failed to convert configuration value";
    private const string NoUrl = "Invalid url";

    // errno of Linux and macOS, and the HRESULT of Windows.
    private const int NoSpaceErrno = 28;
    private const int ReadOnlyErrno = 30;
    private const int NoSpaceWindows = unchecked((int)0x80070070);

    public static string? Sentence(Exception error) => error switch
    {
        TypeInitializationException { InnerException: { } inner } => Sentence(inner),
        AggregateException { InnerExceptions: [var only] } => Sentence(only),
        StorageRefusedException or StartRefusedException => error.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        InvalidDataException => WithCause(error),
        InvalidOperationException when error.Message.StartsWith(NotConverted, StringComparison.Ordinal) => $"{WithCause(error)} Mend the setting.",
        InvalidOperationException or ArgumentException when IsOfServer(error) => $"The addresses in Urls cannot be served: {Ended(error.Message)}",
        InvalidOperationException when IsOf(error, "Microsoft.Extensions.Logging") => $"{WithCause(error)} Mend the settings under Logging.",
        FormatException when error.Message.StartsWith(NoUrl, StringComparison.Ordinal) => $"{Ended(error.Message)} Urls takes addresses like http://localhost:5080.",
        SqliteException sqlite => Of(sqlite),
        PostgresException postgres => Of(postgres),
        NpgsqlException => $"PostgreSQL cannot be reached: {WithCause(error)} Start it, or mend Storage:ConnectionString.",
        SocketException => $"The network refuses: {error.Message}. Ports below 1024 need a right of their own; serve elsewhere by --urls.",
        UnauthorizedAccessException => $"{error.Message} Give the user who runs this the right to it, or name another place (Storage:Path, Storage:KeyFile).",
        IOException io => Of(io),
        _ => null,
    };

    private static bool IsOfServer(Exception error) =>
        IsOf(error, "Microsoft.AspNetCore.Server.Kestrel") || (error is ArgumentOutOfRangeException { ParamName: "port" });

    private static bool IsOf(Exception error, string assembly) => error.Source?.StartsWith(assembly, StringComparison.Ordinal) is true;

    private static string Of(IOException error) => error switch
    {
        { InnerException: AddressInUseException } => $"{error.Message} Stop what listens there, or serve elsewhere: --urls http://localhost:5081.",
        { HResult: NoSpaceErrno or NoSpaceWindows } => $"The disk is full: {Ended(error.Message)} Make room, then start again; nothing is lost.",
        { HResult: ReadOnlyErrno } => $"{Ended(error.Message)} Nothing can be written there; name another place (Storage:Path, Storage:KeyFile).",
        _ => WithCause(error),
    };

    // https://sqlite.org/rescode.html; what is not among these is a fault of ours.
    private static string? Of(SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => "Another process has the SQLite file locked. Stop it, or wait until it is done.",
        8 => "The SQLite file, or its folder, cannot be written. Give the user who runs this the right to it, or set Storage:Path.",
        10 => $"The disk of the SQLite file fails ({error.SqliteExtendedErrorCode}): it is full, or broken. Look into the system's log.",
        11 => "The SQLite file is damaged. Keep it aside, and restore a backup.",
        13 => "The disk of the SQLite file is full. Make room, then start again; nothing is lost.",
        14 => "The SQLite file cannot be opened. See that Storage:Path names a file on a local disk that the user who runs this may write.",
        26 => "The file that Storage:Path names is no SQLite database. Name the right one.",
        _ => null,
    };

    // Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html: connections, authorization, catalogues, resources, operators.
    private static string? Of(PostgresException error) => error.SqlState switch
    {
        ['0', '8', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['5', '3', ..] or ['5', '5', ..] or ['5', '7', ..] or "42501" =>
            $"PostgreSQL refuses: {Ended(error.MessageText)} Mend Storage:ConnectionString, or the server.",
        _ => null,
    };

    /// <summary>A message, and that of what is deepest behind it.</summary>
    private static string WithCause(Exception error)
    {
        var cause = error;
        while (cause.InnerException is { } inner)
            cause = inner;
        return cause == error || error.Message.Contains(cause.Message, StringComparison.Ordinal)
            ? Ended(error.Message)
            : $"{Ended(error.Message)} {Ended(cause.Message)}";
    }

    private static string Ended(string message) => message.TrimEnd() is [.., '.'] whole ? whole : $"{message.TrimEnd()}.";
}
