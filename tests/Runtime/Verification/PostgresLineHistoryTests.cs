using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class PostgresLineHistoryTests() : LineHistoryContract(StorageKind.Postgres);
