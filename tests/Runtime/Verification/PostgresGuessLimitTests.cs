using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class PostgresGuessLimitTests() : GuessLimitContract(StorageKind.Postgres);
