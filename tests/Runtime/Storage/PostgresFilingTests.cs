using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresFilingTests() : FilingContract(StorageKind.Postgres);
