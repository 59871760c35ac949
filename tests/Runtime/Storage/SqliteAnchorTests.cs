using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteAnchorTests() : AnchorContract(StorageKind.Sqlite);
