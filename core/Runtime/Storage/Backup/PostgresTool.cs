using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>Runs PostgreSQL's own tools. The password goes by environment, never by argument, where other users could see it.</summary>
internal static class PostgresTool
{
    /// <summary>Null where it went well, else the sentence to refuse with.</summary>
    public static async Task<string?> Run(string tool, string connectionString, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(Command(tool, new NpgsqlConnectionStringBuilder(connectionString), arguments))!;
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode is 0 ? null : $"{tool} failed: {errors.Trim()}";
        }
        catch (Win32Exception)
        {
            return $"{tool} was not found. Install PostgreSQL's client programs (Debian: postgresql-client) of the server's version or newer.";
        }
    }

    private static ProcessStartInfo Command(string tool, NpgsqlConnectionStringBuilder settings, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(tool) { RedirectStandardError = true, UseShellExecute = false };
        string[] where = ["--no-password", "--host", settings.Host ?? "localhost", "--port", $"{settings.Port}", "--dbname", settings.Database ?? ""];
        foreach (var argument in where.Concat(settings.Username is { } user ? ["--username", user] : []).Concat(arguments))
            start.ArgumentList.Add(argument);
        if (settings.Password is { } password)
            start.Environment["PGPASSWORD"] = password;
        return start;
    }
}
