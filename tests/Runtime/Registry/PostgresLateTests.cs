using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Registry;

public sealed class PostgresLateTests() : LateContract(StorageKind.Postgres);
