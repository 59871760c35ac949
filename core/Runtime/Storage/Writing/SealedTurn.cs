namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>A turn as it is written: found by blind index, sealed.</summary>
internal sealed record SealedTurn
{
    public required byte[] Session { get; init; }

    public required string Owner { get; init; }

    public required long Version { get; init; }

    public required byte[] Body { get; init; }

    public required byte[] Request { get; init; }

    public required byte[] Reply { get; init; }

    public required string Fund { get; init; }

    public required byte[] Address { get; init; }

    public required string Language { get; init; }

    public required bool Resumable { get; init; }

    public required long At { get; init; }

    /// <summary>The session, for telling turns apart.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address, for telling turns apart.</summary>
    public string Place { get; init; } = "";
}
