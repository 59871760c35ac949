using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresDocumentTests() : DocumentContract(StorageKind.Postgres);
