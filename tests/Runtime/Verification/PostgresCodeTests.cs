using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class PostgresCodeTests() : CodeContract(StorageKind.Postgres);
