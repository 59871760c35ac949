using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class PostgresNoticeLimitTests() : NoticeLimitContract(StorageKind.Postgres);
