using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresDialogueTests() : DialogueContract(StorageKind.Postgres);
