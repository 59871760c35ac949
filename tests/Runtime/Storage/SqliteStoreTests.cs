using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteStoreTests() : StoreContract(StorageKind.Sqlite);
