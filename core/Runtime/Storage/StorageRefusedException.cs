namespace ChatChannels.Runtime.Storage;

/// <summary>The storage refuses to open. The message says why and what to do, for the operator; it holds nothing personal.</summary>
public sealed class StorageRefusedException : Exception
{
    public StorageRefusedException()
    {
    }

    public StorageRefusedException(string message)
        : base(message)
    {
    }

    public StorageRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
