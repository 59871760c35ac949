namespace ChatChannels.Runtime.Storage.Register;

/// <summary>A member's row with its key. Filled by property: SQLite tells no types of a result without rows, which a constructor would need.</summary>
internal sealed record MemberRow
{
    public byte[] Number { get; init; } = [];

    public string Owner { get; init; } = "";

    public byte[] Body { get; init; } = [];

    public byte[]? Wrapped { get; init; }

    /// <summary>1 where the member has an account.</summary>
    public long Account { get; init; }

    /// <summary>How much of what was asked points to the member; 0 for one that is only read so that the time does not tell.</summary>
    public long Points { get; init; }
}
