using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.HandOvers;

public sealed class SqliteHandOverDeskTests() : HandOverDeskContract(StorageKind.Sqlite);
