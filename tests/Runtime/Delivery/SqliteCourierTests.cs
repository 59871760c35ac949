using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Delivery;

public sealed class SqliteCourierTests() : CourierContract(StorageKind.Sqlite);
