using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Durability;

public sealed class SqliteKillTests(ITestOutputHelper output) : KillContract(StorageKind.Sqlite, output);
