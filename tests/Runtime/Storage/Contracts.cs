using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteStoreTests() : StoreContract(StorageKind.Sqlite);

public sealed class PostgresStoreTests() : StoreContract(StorageKind.Postgres);

public sealed class SqliteFilingTests() : FilingContract(StorageKind.Sqlite);

public sealed class PostgresFilingTests() : FilingContract(StorageKind.Postgres);

public sealed class SqliteOutboxTests() : OutboxContract(StorageKind.Sqlite);

public sealed class PostgresOutboxTests() : OutboxContract(StorageKind.Postgres);
