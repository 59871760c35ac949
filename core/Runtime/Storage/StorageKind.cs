namespace ChatChannels.Runtime.Storage;

/// <summary>Which database the storage is in.</summary>
public enum StorageKind
{
    /// <summary>One file, one process.</summary>
    Sqlite,

    /// <summary>A server shared by any number of nodes.</summary>
    Postgres,
}
