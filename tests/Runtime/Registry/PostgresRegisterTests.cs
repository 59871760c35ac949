using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Registry;

public sealed class PostgresRegisterTests() : LocalRegisterContract(StorageKind.Postgres);
