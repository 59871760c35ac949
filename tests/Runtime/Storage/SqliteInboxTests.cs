using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteInboxTests() : InboxContract(StorageKind.Sqlite);
