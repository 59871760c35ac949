using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Turns;

public sealed class SqliteCopyTests() : CopyContract(StorageKind.Sqlite);
