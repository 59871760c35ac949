using SQLitePCL;

namespace ChatChannels.Limits;

/// <summary>Appends by integer key to one table: WAL, <c>synchronous=FULL</c>, the bare statements of the library.</summary>
internal sealed class SqliteLog : IGroupLog
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _commit;

    public SqliteLog(string file)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open(file, out _database));
        Check(raw.sqlite3_exec(_database, "PRAGMA journal_mode = WAL"));
        Check(raw.sqlite3_exec(_database, "PRAGMA synchronous = FULL"));
        Check(raw.sqlite3_exec(_database, "CREATE TABLE hops (id INTEGER PRIMARY KEY, record BLOB NOT NULL)"));
        _begin = Prepare("BEGIN IMMEDIATE");
        _insert = Prepare("INSERT INTO hops (record) VALUES (?)");
        _commit = Prepare("COMMIT");
    }

    public void Write(IReadOnlyList<Appended> group)
    {
        Run(_begin);
        foreach (var appended in group)
        {
            Check(raw.sqlite3_bind_blob(_insert, 1, appended.Record));
            Run(_insert);
        }

        Run(_commit);
    }

    public void Dispose()
    {
        _begin.Dispose();
        _insert.Dispose();
        _commit.Dispose();
        _database.Dispose();
    }

    private static void Run(sqlite3_stmt statement)
    {
        Check(raw.sqlite3_step(statement));
        Check(raw.sqlite3_reset(statement));
    }

    private static void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new InvalidOperationException($"SQLite: {raw.sqlite3_errstr(result).utf8_to_string()}");
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        return statement;
    }
}
