using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresHandOverTests() : DialogueContract(StorageKind.Postgres);
