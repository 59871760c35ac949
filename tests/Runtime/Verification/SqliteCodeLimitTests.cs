using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class SqliteCodeLimitTests() : CodeLimitContract(StorageKind.Sqlite);
