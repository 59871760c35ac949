using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace ChatChannels.Runtime.Storage;

/// <summary>Where turns, cases, messages and facts are kept.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>Which database.</summary>
    /// <value><see cref="StorageKind.Sqlite"/></value>
    [EnumDataType(typeof(StorageKind))]
    public StorageKind Kind { get; set; } = StorageKind.Sqlite;

    /// <summary>The SQLite file, on a local disk. Its folder is created for its owner alone.</summary>
    /// <value><c>data/chatchannels.db</c></value>
    [Required]
    public string Path { get; set; } = "data/chatchannels.db";

    /// <summary>How PostgreSQL is reached. A secret when it holds a password.</summary>
    /// <value>none; required for PostgreSQL</value>
    public string? ConnectionString { get; set; }

    /// <summary>The master key: created at the first start, then to be kept safe apart from every backup. All nodes need the same.</summary>
    /// <value><c>data/master.key</c></value>
    [Required]
    public string KeyFile { get; set; } = "data/master.key";

    /// <summary>
    /// Where the length and the head of the audit are noted outside the database, so that a database put back unseen is found out.
    /// Keep it, like the key, where who may write to the database may not.
    /// </summary>
    /// <value>the path of <see cref="KeyFile"/> with <c>.audit</c> behind it</value>
    public string? AuditAnchor { get; set; }

    /// <summary>Units that may wait for the writer before a caller has to wait to queue.</summary>
    /// <value>4096; from 1 to 100,000</value>
    public int Queue { get; set; } = 4096;

    /// <summary>Units in one transaction at most.</summary>
    /// <value>512; from 1 to 4096</value>
    public int Group { get; set; } = 512;

    /// <summary>Read-only connections beside the writer (SQLite; PostgreSQL's pool is set in its connection string).</summary>
    /// <value>4; from 1 to 64</value>
    public int Readers { get; set; } = 4;

    /// <summary>Live sessions answered from memory; one takes about 2 KB.</summary>
    /// <value>10,000; from 16 to 1,000,000</value>
    public int Sessions { get; set; } = 10_000;

    /// <summary>Unwrapped keys of persons kept in memory; one takes about 300 bytes.</summary>
    /// <value>20,000; from 16 to 1,000,000</value>
    public int Keys { get; set; } = 20_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is StorageKind.Postgres && Connection() is { } problem)
            yield return new ValidationResult(problem, [nameof(ConnectionString)]);
        foreach (var (name, value, least, most) in Limits())
        {
            if (value < least || value > most)
                yield return new ValidationResult($"{name} must be from {least} to {most}.", [name]);
        }
    }

    private string? Connection()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString))
            return "PostgreSQL needs a connection string: Storage:ConnectionString.";
        try
        {
            _ = new NpgsqlConnectionStringBuilder(ConnectionString);
            return null;
        }
        catch (ArgumentException unread)
        {
            return $"Storage:ConnectionString cannot be read: {unread.Message}";
        }
    }

    // Not [Range]: the code generated for it prints by the thread's culture, which is banned.
    private (string Name, int Value, int Least, int Most)[] Limits() =>
    [
        (nameof(Queue), Queue, 1, 100_000),
        (nameof(Group), Group, 1, 4096),
        (nameof(Readers), Readers, 1, 64),
        (nameof(Sessions), Sessions, 16, 1_000_000),
        (nameof(Keys), Keys, 16, 1_000_000),
    ];
}
