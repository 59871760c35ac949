using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.HandOvers;

public sealed class PostgresHandOverDeskTests() : HandOverDeskContract(StorageKind.Postgres);
