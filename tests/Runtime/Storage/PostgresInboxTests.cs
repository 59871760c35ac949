using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresInboxTests() : InboxContract(StorageKind.Postgres);
