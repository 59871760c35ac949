using Npgsql;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>The PostgreSQL that tests run on: <c>CHATCHANNELS_TEST_POSTGRES</c>, a connection string that may create databases.</summary>
internal static class PostgresServer
{
    public const string Variable = "CHATCHANNELS_TEST_POSTGRES";

    /// <summary>The admin connection string; skips the test where there is none, or fails it where nothing may be missing.</summary>
    public static string Require()
    {
        var admin = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(admin))
        {
            var missing = $"{Variable} is not set: a connection string to a PostgreSQL where databases may be created.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CHATCHANNELS_REQUIRE_ALL") is "1", missing);
            Assert.Fail(missing);
        }

        return admin;
    }

    /// <summary>A new, empty database.</summary>
    public static async Task<string> Create()
    {
        var admin = Require();
        var name = $"test_{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8))}";
        await Execute(admin, $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(admin) { Database = name, Pooling = true, MaxPoolSize = 10 }.ToString();
    }

    public static Task Drop(string database)
    {
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        return Execute(Require(), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task Execute(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
