using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteDocumentTests() : DocumentContract(StorageKind.Sqlite);
