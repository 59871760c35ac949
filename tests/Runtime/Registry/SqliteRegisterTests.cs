using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Registry;

public sealed class SqliteRegisterTests() : LocalRegisterContract(StorageKind.Sqlite);
