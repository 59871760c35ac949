using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class PostgresCodeLimitTests() : CodeLimitContract(StorageKind.Postgres);
