using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Registry;

public sealed class SqliteRegisterOutboxTests() : RegisterOutboxContract(StorageKind.Sqlite);
