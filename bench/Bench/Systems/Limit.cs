using System.Globalization;
using ChatChannels.Bench.Machine;
using ChatChannels.Driver.Walks;

namespace ChatChannels.Bench.Systems;

/// <summary>What the machine could do for a service that had nothing to decide.</summary>
internal static class Limit
{
    /// <summary>Always the same; a middling screen.</summary>
    private const string Screen = "CON Votre nom ? (comme sur votre pièce d'identité)\n0 Retour 00 Menu 97 Aide";

    public static Contender Bare { get; } = Named("limit: nothing kept", () =>
    {
        var scratch = new Scratch();
        return Start(scratch, [], ["bare"], scratch);
    });

    /// <summary>A group-committed append of records of this many octets.</summary>
    public static Contender Sqlite(int octets) => Named("limit: append, SQLite", () =>
    {
        var scratch = new Scratch();
        return Start(scratch, [], ["sqlite", "limit.db", octets.ToString(CultureInfo.InvariantCulture)], scratch);
    });

    /// <summary>The same by one multi-row statement a group.</summary>
    public static Contender Postgres(int octets) => Named("limit: append, PostgreSQL", () =>
    {
        var scratch = new Scratch();
        var database = Machine.Postgres.Create();
        return Start(
            scratch, [database.Root], ["postgres", database.Connection, octets.ToString(CultureInfo.InvariantCulture)], database, scratch);
    });

    private static Contender Named(string name, Func<Running> start) => new(name, "/ussd", Walk.First8.Expecting(Screen), start);

    private static Running Start(Scratch scratch, IReadOnlyList<int> databases, IEnumerable<string> arguments, params IReadOnlyList<IDisposable> owned)
    {
        var port = Child.FreePort();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var server = Child.Start(scratch.Path, [("ASPNETCORE_URLS", address)], ["dotnet", Built.Dll("Limits"), .. arguments]);
        return new Running(port, server, databases, owned);
    }
}
