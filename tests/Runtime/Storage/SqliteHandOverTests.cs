using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteHandOverTests() : DialogueContract(StorageKind.Sqlite);
