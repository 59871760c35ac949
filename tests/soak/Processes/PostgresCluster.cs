using System.Globalization;
using ChatChannels.Driver.Walks;
using Npgsql;

namespace ChatChannels.Soak.Processes;

/// <summary>A PostgreSQL of one's own with its own defaults, so that a commit is as durable as in production, and that may be killed.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _binaries;
    private readonly string _data;
    private readonly int _port;

    private PostgresCluster(string binaries, string data, int port) => (_binaries, _data, _port) = (binaries, data, port);

    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres");

    private string PidFile => Path.Combine(_data, "postmaster.pid");

    /// <summary>Makes it and starts it.</summary>
    /// <param name="folder">A folder that does not exist; PostgreSQL refuses to run as root, so root gives it away.</param>
    public static async Task<PostgresCluster> Create(string folder, Chance chance, CancellationToken cancellation)
    {
        var cluster = new PostgresCluster(Binaries(), folder, Ports.Free(chance));
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
            await Command.Run("chown", ["postgres", folder], cancellation);
        await cluster.Run(
            "initdb", ["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "-D", folder], cancellation);
        await cluster.Start(cancellation);
        return cluster;
    }

    /// <summary>Starts it, after whatever ended it; done when it takes connections.</summary>
    public Task Start(CancellationToken cancellation) => Run(
        "pg_ctl",
        [
            "start", "--wait", "--silent", "-D", _data, "-l", Path.Combine(_data, "log"),
            "-o", string.Create(CultureInfo.InvariantCulture, $"-h 127.0.0.1 -p {_port} -c unix_socket_directories=''"),
        ],
        cancellation);

    /// <summary>Ends every process at once, without a word to anybody.</summary>
    public Task StopAtOnce(CancellationToken cancellation) => Run("pg_ctl", ["stop", "--silent", "--mode=immediate", "-D", _data], cancellation);

    /// <summary>Kill -9 of the postmaster and all its children.</summary>
    public async Task Kill(CancellationToken cancellation)
    {
        var postmaster = (await File.ReadAllLinesAsync(PidFile, cancellation))[0];
        var family = (string[])[postmaster, .. ChildrenOf(postmaster)];
        await Command.Run("sh", ["-c", $"kill -KILL {string.Join(' ', family)} || true"], cancellation); // a child may have ended by itself
        while (Array.Exists(family, pid => ParentOf(pid) is not null))
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellation);
        File.Delete(PidFile); // in a container nobody may bury the dead, and PostgreSQL takes them for alive
    }

    /// <summary>A new database; a connection string to it.</summary>
    public async Task<string> CreateDatabase(string name, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync(cancellation);
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(PidFile))
            await StopAtOnce(CancellationToken.None);
    }

    private static string Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.EnumerateFiles("/usr/lib/postgresql", "initdb", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).LastOrDefault() is { } initdb
            ? Path.GetDirectoryName(initdb)!
            : throw new InvalidOperationException("PostgreSQL is not installed under /usr/lib/postgresql.");

    private static IEnumerable<string> ChildrenOf(string parent) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let pid = Path.GetFileName(folder)
        where string.Equals(ParentOf(pid), parent, StringComparison.Ordinal)
        select pid;

    /// <summary>The parent of a process; null for what is none, or has ended and only waits to be buried.</summary>
    private static string? ParentOf(string pid)
    {
        try
        {
            // "pid (name) state ppid …", and a name may hold anything
            var stat = char.IsAsciiDigit(pid[0]) ? File.ReadAllText($"/proc/{pid}/stat") : "";
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields is [not "Z", var parent, ..] ? parent : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private Task Run(string program, string[] arguments, CancellationToken cancellation)
    {
        var path = Path.Combine(_binaries, program);
        return Environment.IsPrivilegedProcess
            ? Command.Run("runuser", ["-u", "postgres", "--", path, .. arguments], cancellation)
            : Command.Run(path, arguments, cancellation);
    }
}
