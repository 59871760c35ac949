using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class SqliteCodeTests() : CodeContract(StorageKind.Sqlite);
