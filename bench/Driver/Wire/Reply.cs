namespace ChatChannels.Driver.Wire;

/// <summary>A reply where it stands in the buffer that it was received into.</summary>
internal readonly ref struct Reply
{
    public int Status { get; init; }

    public ReadOnlySpan<byte> ContentType { get; init; }

    public ReadOnlySpan<byte> Body { get; init; }

    /// <summary>Whether the server closes the connection behind it.</summary>
    public bool Closes { get; init; }

    /// <summary>Octets from the start of the buffer to the end of the reply.</summary>
    public int Length { get; init; }
}
