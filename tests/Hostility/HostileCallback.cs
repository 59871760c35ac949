namespace ChatChannels.Hostility;

/// <summary>A request that no honest gateway would send, or one that it might, at the wrong time.</summary>
/// <param name="Kind">What is wrong with it, by which reports count.</param>
/// <param name="Target">The path.</param>
internal sealed record HostileCallback(string Kind, string Target, byte[] Body)
{
    public string Method { get; init; } = "POST";

    public string? ContentType { get; init; } = "application/x-www-form-urlencoded";

    /// <summary>Basic credentials; null for none.</summary>
    public string? Credentials { get; init; }

    /// <summary>Further header lines, each ending in CR LF.</summary>
    public string Headers { get; init; } = "";

    /// <summary>What Content-Length says; null where the body is sent in chunks.</summary>
    public int? Length { get; init; } = -1;

    /// <summary>Sent as it is instead of a request.</summary>
    public byte[]? Raw { get; init; }

    /// <summary>The time that passes before it.</summary>
    public TimeSpan After { get; init; }

    /// <summary>Whether the gateway's own secrets are with it, so that what it does counts as the person's doing.</summary>
    public bool IsTrusted { get; init; } = true;

    /// <summary>What it must be answered with, where that is known: the very reply of the request that it is a copy of.</summary>
    public byte[]? Expected { get; init; }
}
