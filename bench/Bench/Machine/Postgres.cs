using System.Globalization;
using Npgsql;

namespace ChatChannels.Bench.Machine;

/// <summary>A fresh database of the cluster that bench/run started, and the processes of that cluster.</summary>
internal sealed class Postgres : IDisposable, IKeeper
{
    private readonly string _name = "bench_" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);

    private Postgres()
    {
        Execute("CHECKPOINT");
        Execute($"CREATE DATABASE {_name}");
        Connection = new NpgsqlConnectionStringBuilder(Cluster) { Database = _name }.ConnectionString;
        // Every backend is a child of the server itself.
        Root = Proc.Parent(Convert.ToInt32(Execute("SELECT pg_backend_pid()"), CultureInfo.InvariantCulture));
    }

    public string Connection { get; }

    public int Root { get; }

    public long Stored => Convert.ToInt64(Execute($"SELECT pg_database_size('{_name}')"), CultureInfo.InvariantCulture);

    private static string Cluster => Environment.GetEnvironmentVariable("CHATCHANNELS_BENCH_POSTGRES")
        ?? throw new InvalidOperationException("Start this by bench/run.");

    public static Postgres Create() => new();

    public void Dispose() => Execute($"DROP DATABASE {_name} WITH (FORCE)");

    private static object? Execute(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Cluster) { Pooling = false }.ConnectionString);
        connection.Open();
        // Only names that we made ourselves are put into these statements.
#pragma warning disable CA2100
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
