using Npgsql;
using NpgsqlTypes;

namespace ChatChannels.Limits;

/// <summary>Appends by integer key to one table, a group by one prepared multi-row statement on one connection, <c>synchronous_commit=on</c>.</summary>
internal sealed class PostgresLog : IGroupLog
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _insert;
    private readonly NpgsqlParameter<byte[][]> _records = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };

    public PostgresLog(string connection)
    {
        _connection = new NpgsqlConnection(connection);
        _connection.Open();
        using (var start = new NpgsqlCommand("SET synchronous_commit = on; CREATE TABLE hops (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, record bytea NOT NULL)", _connection))
            start.ExecuteNonQuery();
        _insert = new NpgsqlCommand("INSERT INTO hops (record) SELECT unnest($1)", _connection) { Parameters = { _records } };
        _records.TypedValue = [];
        _insert.Prepare();
    }

    public void Write(IReadOnlyList<Appended> group)
    {
        _records.TypedValue = [.. group.Select(appended => appended.Record)];
        _insert.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
