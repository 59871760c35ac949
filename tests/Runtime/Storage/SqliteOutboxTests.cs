using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteOutboxTests() : OutboxContract(StorageKind.Sqlite);
