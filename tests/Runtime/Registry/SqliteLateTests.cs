using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Registry;

public sealed class SqliteLateTests() : LateContract(StorageKind.Sqlite);
