using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class SqliteNoticeLimitTests() : NoticeLimitContract(StorageKind.Sqlite);
