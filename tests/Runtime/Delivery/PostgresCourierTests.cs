using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Delivery;

public sealed class PostgresCourierTests() : CourierContract(StorageKind.Postgres);
