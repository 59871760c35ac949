using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteFilePartsTests() : FilePartsContract(StorageKind.Sqlite);
