using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Delivery;

public sealed class PostgresDispatchLogTests() : DispatchLogContract(StorageKind.Postgres);
