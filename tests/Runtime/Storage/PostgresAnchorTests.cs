using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresAnchorTests() : AnchorContract(StorageKind.Postgres);
