using System.Data.Common;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Runtime.Storage.Dialogues;
using ChatChannels.Runtime.Storage.Documents;
using ChatChannels.Runtime.Storage.Files;
using ChatChannels.Runtime.Storage.HandOvers;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Runtime.Storage.Sessions;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Verification;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Documents;
using ChatChannels.Services.HandOvers;
using ChatChannels.Services.Links;
using ChatChannels.Services.Members;
using ChatChannels.Services.Verification;
using Dapper;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Storage;

/// <summary>All storage of one node: opened once, closed last.</summary>
public sealed class Storehouse : IAsyncDisposable
{
    private const string KeyCheck = "SELECT value FROM meta WHERE name = 'key-check'";

    private readonly StorageOptions _options;
    private readonly ILogger _log;
    private readonly LiveSessions _live;
    private readonly ITurnLog _turns;
    private readonly SqlInbox _inbox;
    private bool _closed;

    /// <summary>Puts the parts together; <see cref="Open(TimeProvider, CancellationToken)"/> makes them work.</summary>
    internal Storehouse(StorageOptions options, ILogger log)
    {
        (_options, _log) = (options, log);
        var database = Database = options.Kind is StorageKind.Sqlite
            ? new SqliteDatabase(options.Path, options.Readers)
            : new PostgresDatabase(options.ConnectionString!);
        _live = new(options.Sessions, pins: !database.IsShared);
        _turns = database.IsShared ? new IndexedLog(database, _live) : new FoldedLog(database, _live);
        Writer = new Writer(database, options.Queue, options.Group, log);
        Keys = new KeyRing(database, Writer, _turns, options.Keys);
        Audit = new AuditChain(database, Keys);
        _inbox = new SqlInbox(database, Writer, Keys);
        var parts = new FileParts(database, Writer);
        Store = new SqlStore(database, Writer, Keys, _turns, _live, _inbox, parts);
        Outbox = new SqlOutbox(database, Writer, Keys);
        Dialogues = new SqlDialogues(database, Writer, Keys, parts);
        HandOvers = new SqlHandOvers(database, Writer, Keys);
        Dispatches = new SqlDispatchLog(Writer, Keys);
        Documents = new SqlDocumentFile(database, Writer, Keys, parts, Store);
        DocumentLinks = new SqlLinks<DocumentLink>(database, Keys, LinkTables.Document);
        Cases = new SqlCaseFile(database, Keys);
        Register = new SqlRegister(database, Keys);
        RegisterTables = new SqlRegisterTables(database, Writer, Keys);
        RegisterOutbox = new SqlRegisterOutbox(database, Writer, Keys);
        ClaimFollows = new SqlClaimFollows(database, Writer, Keys);
        Attempts = new SqlAttempts(Writer, Keys);
        Allowances = new SqlAllowances(Writer, Keys);
        Challenges = new SqlChallenges(Writer, Keys);
        PasswordLinks = new SqlLinks<PasswordLink>(database, Keys, LinkTables.Password);
        ReverseProofs = new SqlReverseProofs(database, Writer, Keys);
    }

    public IStore Store { get; }

    public IInbox Inbox => _inbox;

    public IOutbox Outbox { get; }

    public IDialogues Dialogues { get; }

    public IHandOvers HandOvers { get; }

    public IDispatchLog Dispatches { get; }

    public IDocumentFile Documents { get; }

    public ILinks<DocumentLink> DocumentLinks { get; }

    public ICaseFile Cases { get; }

    /// <summary>The local register.</summary>
    public IRegister Register { get; }

    public IRegisterTables RegisterTables { get; }

    public IRegisterOutbox RegisterOutbox { get; }

    public IClaimFollows ClaimFollows { get; }

    public IAttempts Attempts { get; }

    public IAllowances Allowances { get; }

    public IChallenges Challenges { get; }

    public ILinks<PasswordLink> PasswordLinks { get; }

    public IReverseProofs ReverseProofs { get; }

    public KeyRing Keys { get; }

    public AuditChain Audit { get; }

    internal Database Database { get; }

    internal Writer Writer { get; }

    /// <summary>Opens the database, brings it to this program's schema and checks that the key is the one its data was sealed with.</summary>
    /// <exception cref="StorageRefusedException">It must not be opened so; the message says why and what to do.</exception>
    public static async Task<Storehouse> Open(StorageOptions options, TimeProvider time, ILogger log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var house = new Storehouse(options, log);
        try
        {
            await house.Open(time, cancellation);
            return house;
        }
        catch
        {
            await house.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc cref="Open(StorageOptions, TimeProvider, ILogger, CancellationToken)"/>
    internal async Task Open(TimeProvider time, CancellationToken cancellation)
    {
        Database.Claim();
        await using (var writer = await Database.OpenWriter(cancellation))
        {
            var applied = await new Migrator(Database, time).Apply(writer, Migration.All(Database.Folder));
            await OpenKeys(writer);
            await Keys.LearnOwners(writer);
            await _inbox.Learn(writer);
            StorageLog.Opened(_log, _options.Kind, applied);
        }

        Writer.Start(new UnitWriter(Database, Keys, Audit, _turns));
        await Ping(cancellation); // the writer opens its connection: what a killed process left is found from here on
    }

    /// <summary>Proves that the writer still makes transactions durable.</summary>
    /// <remarks>A transaction that writes nothing passes on a read-only or full disk. In one of its own, this one waits for no other node's.</remarks>
    public Task Ping(CancellationToken cancellation) => Writer.DoAlone(
        connection => connection.ExecuteAsync(
            "INSERT INTO meta (name, value) VALUES ('ping', @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { value = Array.Empty<byte>() }),
        cancellation);

    /// <summary>Writes what waits, then lets go of the database.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closed)
            return;
        _closed = true;
        await Writer.DisposeAsync();
        await Database.DisposeAsync();
        StorageLog.Closed(_log);
    }

    /// <summary>Forgets what memory holds of the database, after it was replaced beneath.</summary>
    internal void ForgetAll()
    {
        _live.Clear();
        Keys.ForgetAll();
        _inbox.ForgetAll();
    }

    private async Task OpenKeys(DbConnection writer)
    {
        var known = await writer.QuerySingleOrDefaultAsync<byte[]>(KeyCheck);
        var master = KeyFile.Load(_options.KeyFile, known is not null);
        Keys.Open(master);
        await Database.Run(writer, [Call.Of(Database.Begin, Statement.Once)]);
        await writer.ExecuteAsync(
            "INSERT INTO meta (name, value) VALUES ('key-check', @Check) ON CONFLICT (name) DO NOTHING", new { master.Check });
        if (known is null)
            await Audit.Begin(writer);
        await Database.Commit(writer);
        known = await writer.QuerySingleAsync<byte[]>(KeyCheck);
        if (!known.AsSpan().SequenceEqual(master.Check))
        {
            throw new StorageRefusedException(
                $"The key file {_options.KeyFile} is not the one this database was sealed with. Put the right file back, or point to the right database; nothing was changed.");
        }
    }
}
