using System.Globalization;
using ChatChannels.Bench.Machine;
using ChatChannels.Driver.Walks;

namespace ChatChannels.Bench.Systems;

/// <summary>The product, built as it is shipped and set as in production: a secret path, encryption and audit as always, no simulator.</summary>
internal static class Service
{
    private const string Secret = "bench-0123456789abcdef";

    public static Contender Sqlite { get; } = new("service, SQLite", Path, Walk.First8, () => StartOnSqlite(Program));

    public static Contender Postgres { get; } = new("service, PostgreSQL", Path, Walk.First8, () => StartOnPostgres(Program));

    /// <summary>The bot behind the same core: activities in, and their replies in the answer.</summary>
    public static Contender Messages { get; } =
        new("service, SQLite, activities", "/api/messages/cnps-cm", Walk.Messages8, () => StartInDevelopment(Program)) { ByActivities = true };

    private static string Program => Built.Dll("Host");

    private static string Path => "/ussd/africastalking/" + Secret;

    /// <summary>The same three as another checkout has them, built there in Release: its program, and its own walks, for texts change.</summary>
    public static IReadOnlyList<Contender> Of(Checkout checkout) =>
    [
        Sqlite with { Name = "before, SQLite", Walk = checkout.First8, Start = () => StartOnSqlite(checkout.Program) },
        Postgres with { Name = "before, PostgreSQL", Walk = checkout.First8, Start = () => StartOnPostgres(checkout.Program) },
        Messages with { Name = "before, SQLite, activities", Walk = checkout.Messages8, Start = () => StartInDevelopment(checkout.Program) },
    ];

    /// <summary>Starts on the SQLite file of a folder that stays.</summary>
    public static Running StartIn(string folder) => Start(Program, folder, [], ["--Storage:Kind", "Sqlite", "--Storage:Path", System.IO.Path.Combine(folder, "chatchannels.db")]);

    /// <summary>Starts on a database that stays.</summary>
    public static Running StartOn(Postgres database, string folder) =>
        Start(Program, folder, [database.Root], ["--Storage:Kind", "Postgres", "--Storage:ConnectionString", database.Connection]);

    private static Running StartOnSqlite(string program)
    {
        var scratch = new Scratch();
        return Start(program, scratch.Path, [], ["--Storage:Kind", "Sqlite", "--Storage:Path", System.IO.Path.Combine(scratch.Path, "chatchannels.db")], scratch);
    }

    /// <summary>Where activities are taken from this machine without a token, which no production does.</summary>
    private static Running StartInDevelopment(string program)
    {
        var scratch = new Scratch();
        return Start(
            program,
            scratch.Path,
            [],
            [
                "--Storage:Kind", "Sqlite", "--Storage:Path", System.IO.Path.Combine(scratch.Path, "chatchannels.db"),
                "--environment", "Development", "--Funds:Sample", "false", "--Simulator:Enabled", "false",
            ],
            scratch);
    }

    private static Running StartOnPostgres(string program)
    {
        var scratch = new Scratch();
        var database = Machine.Postgres.Create();
        return Start(
            program, scratch.Path, [database.Root], ["--Storage:Kind", "Postgres", "--Storage:ConnectionString", database.Connection], database, scratch);
    }

    private static Running Start(
        string program, string folder, IReadOnlyList<int> databases, IEnumerable<string> storage, params IReadOnlyList<IDisposable> owned)
    {
        var port = Child.FreePort();
        var server = Child.Start(
            folder,
            [],
            [
                "dotnet", program,
                "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
                "--Storage:KeyFile", System.IO.Path.Combine(folder, "master.key"),
                "--Funds:PublicUrl", "https://bench.example/",
                "--Ussd:AfricasTalking:SecretPath", Secret,
                .. storage,
            ]);
        return new Running(port, server, databases, owned);
    }
}
