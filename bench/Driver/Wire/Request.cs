namespace ChatChannels.Driver.Wire;

/// <summary>The requests of one session as they go over the wire, and where the screen stands in a reply.</summary>
internal abstract class Request
{
    /// <summary>The request, whole.</summary>
    public abstract ReadOnlySpan<byte> Octets { get; }

    /// <summary>What a right reply's content type begins with.</summary>
    public abstract ReadOnlySpan<byte> ContentType { get; }

    /// <summary>Writes the first request of a session.</summary>
    public abstract void Begin(string sessionId, string phone, string serviceCode);

    /// <summary>Writes the next one.</summary>
    public abstract void Type(ReadOnlySpan<byte> answer);

    /// <summary>What the person is shown of a reply's body.</summary>
    public abstract ReadOnlySpan<byte> ScreenOf(ReadOnlySpan<byte> body);
}
