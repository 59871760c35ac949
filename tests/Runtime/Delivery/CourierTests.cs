using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Delivery;

public sealed class SqliteCourierTests() : CourierContract(StorageKind.Sqlite);

public sealed class PostgresCourierTests() : CourierContract(StorageKind.Postgres);
