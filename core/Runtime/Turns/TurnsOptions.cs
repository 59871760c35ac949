using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Runtime.Turns;

/// <summary>What this node takes on at once.</summary>
public sealed class TurnsOptions
{
    /// <summary>Turns in progress at once, those whose reply has left and whose commit is late included; beyond it people are told that the service is busy. One takes some 4 KB.</summary>
    /// <value>The default is 10,000; from 16 to 1,000,000.</value>
    [Range(16, 1_000_000)]
    public int AtOnce { get; set; } = 10_000;
}
