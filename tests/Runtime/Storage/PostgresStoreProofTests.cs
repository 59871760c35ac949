using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresStoreProofTests() : StoreProofContract(StorageKind.Postgres);
