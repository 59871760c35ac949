using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Registry;

public sealed class PostgresRegisterOutboxTests() : RegisterOutboxContract(StorageKind.Postgres);
