using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresOutboxTests() : OutboxContract(StorageKind.Postgres);
