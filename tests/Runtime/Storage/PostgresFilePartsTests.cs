using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresFilePartsTests() : FilePartsContract(StorageKind.Postgres);
