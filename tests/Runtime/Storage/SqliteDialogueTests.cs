using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteDialogueTests() : DialogueContract(StorageKind.Sqlite);
