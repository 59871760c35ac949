using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Delivery;

public sealed class SqliteDispatchLogTests() : DispatchLogContract(StorageKind.Sqlite);
