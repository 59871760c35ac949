using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class SqliteGuessLimitTests() : GuessLimitContract(StorageKind.Sqlite);
