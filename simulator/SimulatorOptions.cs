namespace ChatChannels.Simulator;

/// <summary>Whether the simulator exists at all, and who may open it.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Whether <c>/simulator</c> is served.</summary>
    /// <value>Default <see langword="false"/>: nothing is mapped.</value>
    public bool Enabled { get; init; }

    /// <summary>Whether other machines may open it.</summary>
    /// <value>Default <see langword="false"/>: the page shows the messages of any number, so only this machine may read it.</value>
    public bool AllowRemote { get; init; }

    /// <summary>The fund (its folder) that the page opens with, where it is served; <c>?fund=</c> in the address opens another.</summary>
    /// <value>Default <see langword="null"/>: the first by name.</value>
    public string? Fund { get; init; }
}
