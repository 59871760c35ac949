using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class SqliteLineHistoryTests() : LineHistoryContract(StorageKind.Sqlite);
