namespace ChatChannels.Bench.Machine;

/// <summary>Where a system keeps what it stores.</summary>
internal interface IKeeper
{
    /// <summary>Octets.</summary>
    long Stored { get; }
}
