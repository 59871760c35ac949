using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresStoreTests() : StoreContract(StorageKind.Postgres);
