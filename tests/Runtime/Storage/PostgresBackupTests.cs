using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresBackupTests() : BackupContract(StorageKind.Postgres);
