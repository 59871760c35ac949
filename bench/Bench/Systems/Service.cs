using System.Globalization;
using ChatChannels.Bench.Machine;
using ChatChannels.Driver.Walks;

namespace ChatChannels.Bench.Systems;

/// <summary>The product, built as it is shipped and set as in production: a secret path, encryption and audit as always, no simulator.</summary>
internal static class Service
{
    private const string Secret = "bench-0123456789abcdef";

    public static Contender Sqlite { get; } = new("service, SQLite", Path, Walk.First8, StartOnSqlite);

    public static Contender Postgres { get; } = new("service, PostgreSQL", Path, Walk.First8, StartOnPostgres);

    /// <summary>The bot behind the same core: activities in, and their replies in the answer.</summary>
    public static Contender Messages { get; } =
        new("service, SQLite, activities", "/api/messages/cnps-cm", Walk.Messages8, StartInDevelopment) { ByActivities = true };

    private static string Path => "/ussd/africastalking/" + Secret;

    /// <summary>Starts on the SQLite file of a folder that stays.</summary>
    public static Running StartIn(string folder) => Start(folder, [], ["--Storage:Kind", "Sqlite", "--Storage:Path", "chatchannels.db"]);

    /// <summary>Starts on a database that stays.</summary>
    public static Running StartOn(Postgres database, string folder) =>
        Start(folder, [database.Root], ["--Storage:Kind", "Postgres", "--Storage:ConnectionString", database.Connection]);

    private static Running StartOnSqlite()
    {
        var scratch = new Scratch();
        return Start(scratch.Path, [], ["--Storage:Kind", "Sqlite", "--Storage:Path", "chatchannels.db"], scratch);
    }

    /// <summary>Where activities are taken from this machine without a token, which no production does.</summary>
    private static Running StartInDevelopment()
    {
        var scratch = new Scratch();
        return Start(
            scratch.Path,
            [],
            [
                "--Storage:Kind", "Sqlite", "--Storage:Path", "chatchannels.db",
                "--environment", "Development", "--Funds:Sample", "false", "--Simulator:Enabled", "false",
            ],
            scratch);
    }

    private static Running StartOnPostgres()
    {
        var scratch = new Scratch();
        var database = Machine.Postgres.Create();
        return Start(
            scratch.Path, [database.Root], ["--Storage:Kind", "Postgres", "--Storage:ConnectionString", database.Connection], database, scratch);
    }

    private static Running Start(string folder, IReadOnlyList<int> databases, IEnumerable<string> storage, params IReadOnlyList<IDisposable> owned)
    {
        var port = Child.FreePort();
        var server = Child.Start(
            folder,
            [],
            [
                "dotnet", Built.Dll("Host"),
                "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
                "--Storage:KeyFile", "master.key",
                "--Ussd:AfricasTalking:SecretPath", Secret,
                .. storage,
            ]);
        return new Running(port, server, databases, owned);
    }
}
