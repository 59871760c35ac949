using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class SqliteChangedLineTests() : ChangedLineContract(StorageKind.Sqlite);
