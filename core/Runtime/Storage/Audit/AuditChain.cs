using System.Buffers.Binary;
using System.Data.Common;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Audit;
using Dapper;

namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>
/// The facts, each with a keyed hash over itself and the one before: who can write to the database but has no key
/// cannot edit, delete, swap or cut off facts unseen. (That a whole older copy of the database was put in its place is
/// seen against the <see cref="AuditAnchor"/>.)
/// </summary>
public sealed class AuditChain
{
    private const string Columns = "seq, at, fund, fact, about, actor, prev, hash";
    private const int Page = 1000;

    private readonly Database _database;
    private readonly KeyRing _keys;
    private readonly HeadMemory _head = new();

    internal AuditChain(Database database, KeyRing keys) => (_database, _keys) = (database, keys);

    /// <summary>Checks every fact against its hash, its predecessor and the head, as of one instant.</summary>
    public Task<AuditReport> Verify(CancellationToken cancellation) => _database.Read(
        async reader =>
        {
            await Database.Execute(reader, _database.BeginSnapshot);
            var report = await Verify(reader);
            await Database.Execute(reader, "COMMIT");
            return report;
        },
        cancellation);

    /// <summary>Starts the chain of a new database.</summary>
    internal async Task Begin(DbConnection writer)
    {
        var hash = new byte[MasterKey.Size];
        await writer.ExecuteAsync(
            "INSERT INTO audit_head (id, seq, hash, seal) VALUES (1, 0, @hash, @seal) ON CONFLICT (id) DO NOTHING",
            new { hash, seal = Seal(0, hash) });
    }

    /// <summary>What reads the head for facts to come; other nodes wait for it until the commit.</summary>
    internal static Call<AuditHead> LockHead() =>
        new(Statements.LockHead, [[1L]], row => new AuditHead(row.Long(0), row.Bytes(1), []));

    /// <summary>Whether <see cref="AppendSure"/> most probably succeeds.</summary>
    internal bool IsSure => _head.Sure is not null;

    /// <summary>What appends facts behind a head that was locked.</summary>
    internal IReadOnlyList<Call> Append(AuditHead head, IReadOnlyList<AuditFact> facts)
    {
        _head.Read(head);
        var (rows, next) = Chain(head, facts);
        return [Call.Of(Statements.Record, rows), Call.Of(Statements.MoveHead, [[next.Seq, next.Hash, next.Seal]])];
    }

    /// <summary>What appends facts behind the head as this node left it, in an era; the database refuses where either is another.</summary>
    internal IReadOnlyList<Call> AppendSure(IReadOnlyList<AuditFact> facts, long era)
    {
        if (facts.Count is 0)
            return [];
        var left = _head.Sure!;
        var (rows, next) = Chain(left, facts);
        return [Call.Of(Statements.MoveKnownHead, [[next.Seq, next.Hash, next.Seal, left.Hash, era]]), Call.Of(Statements.Record, rows)];
    }

    /// <summary>A transaction begins; what was appended and not committed is gone.</summary>
    internal void BeginTransaction() => _head.Begin();

    /// <summary>Nobody knows where the head is: another database may be beneath.</summary>
    internal void Forget() => _head.Forget();

    /// <summary>What was appended is on disk.</summary>
    internal void Committed() => _head.Committed();

    /// <summary>The rows of facts behind a head, and where they move it.</summary>
    private (List<object?[]> Rows, AuditHead Next) Chain(AuditHead head, IReadOnlyList<AuditFact> facts)
    {
        var (seq, prev) = (head.Seq, head.Hash);
        var rows = new List<object?[]>(facts.Count);
        foreach (var fact in facts)
        {
            var row = Row(fact, ++seq, prev);
            prev = _keys.Master.Chain(row.Canonical());
            rows.Add([row.Seq, row.At, row.Fund, row.Fact, row.About, row.Actor, row.Prev, prev]);
        }

        var next = new AuditHead(seq, prev, Seal(seq, prev));
        _head.Move(next);
        return (rows, next);
    }

    private async Task<AuditReport> Verify(DbConnection reader)
    {
        var (seq, prev) = (0L, new byte[MasterKey.Size]);
        while (true)
        {
            var rows = (await reader.QueryAsync<AuditRow>(
                $"SELECT {Columns} FROM audit WHERE seq > @seq ORDER BY seq LIMIT {Page}", new { seq })).AsList();
            if (rows.Count is 0)
                return await VerifyHead(reader, seq, prev);
            foreach (var row in rows)
            {
                seq++;
                if (row.Seq != seq)
                    return new AuditReport.Broken(seq, AuditBreak.Missing);
                if (!row.Prev.AsSpan().SequenceEqual(prev) || !row.Hash.AsSpan().SequenceEqual(_keys.Master.Chain(row.Canonical())))
                    return new AuditReport.Broken(seq, AuditBreak.Altered);
                prev = row.Hash;
            }
        }
    }

    private async Task<AuditReport> VerifyHead(DbConnection reader, long seq, byte[] last)
    {
        var head = await reader.QuerySingleOrDefaultAsync<AuditHead>("SELECT seq, hash, seal FROM audit_head WHERE id = 1");
        if (head is null || !head.Seal.AsSpan().SequenceEqual(Seal(head.Seq, head.Hash)))
            return new AuditReport.Broken(seq + 1, AuditBreak.HeadAltered);
        if (head.Seq > seq)
            return new AuditReport.Broken(seq + 1, AuditBreak.Truncated);
        return head.Seq == seq && head.Hash.AsSpan().SequenceEqual(last)
            ? new AuditReport.Whole(seq)
            : new AuditReport.Broken(seq, AuditBreak.HeadAltered);
    }

    private AuditRow Row(AuditFact fact, long seq, byte[] prev)
    {
        var actor = fact.Actor is { } address ? _keys.Master.Pseudonym(fact.Fund, address.Value) : null;
        return new AuditRow(seq, fact.At.UtcTicks, fact.Fund.Value, fact.Fact, fact.About, actor, prev, []);
    }

    private byte[] Seal(long seq, byte[] hash)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + MasterKey.Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seq);
        hash.CopyTo(bytes[sizeof(long)..]);
        return _keys.Master.Chain(bytes);
    }
}
