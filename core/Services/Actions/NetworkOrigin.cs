using System.Globalization;

namespace ChatChannels.Services.Actions;

/// <summary>
/// The network that a request came from, for channels where an address of one's own costs nothing: what is limited there is the
/// network. Counted by keyed hash and kept nowhere else.
/// </summary>
/// <param name="Party">The IPv4 address, the first 64 bits of an IPv6 address, or another number for all who come by one way. Personal.</param>
public readonly record struct NetworkOrigin(ulong Party)
{
    /// <summary>What allowances of the network are counted under.</summary>
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"network:{Party:x16}");

    /// <summary>Masked.</summary>
    public override string ToString() => "NetworkOrigin { *** }";
}
