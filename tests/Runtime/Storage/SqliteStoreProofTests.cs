using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteStoreProofTests() : StoreProofContract(StorageKind.Sqlite);
