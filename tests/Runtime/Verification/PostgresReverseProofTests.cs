using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class PostgresReverseProofTests() : ReverseProofContract(StorageKind.Postgres);
