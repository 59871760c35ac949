using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class PostgresChangedLineTests() : ChangedLineContract(StorageKind.Postgres);
