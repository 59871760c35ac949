using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteFilingTests() : FilingContract(StorageKind.Sqlite);
