using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class SqliteReverseProofTests() : ReverseProofContract(StorageKind.Sqlite);
