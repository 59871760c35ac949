using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Turns;

public sealed class PostgresCopyTests() : CopyContract(StorageKind.Postgres);
