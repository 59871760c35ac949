namespace ChatChannels.Host.Starting;

/// <summary>The service, or a command, must not start so. The message says why and what to do, for the operator; it holds nothing personal.</summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException()
    {
    }

    public StartRefusedException(string message)
        : base(message)
    {
    }

    public StartRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
