using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

public sealed class SqliteCodeBudgetTests() : CodeBudgetContract(StorageKind.Sqlite);
