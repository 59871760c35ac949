using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class PostgresCodeBudgetTests() : CodeBudgetContract(StorageKind.Postgres);
