namespace ChatChannels.Simulator.World;

/// <summary>A fund as the page offers it.</summary>
/// <param name="Id">Identifier of the fund.</param>
/// <param name="Name">Its whole name.</param>
/// <param name="ServiceCodes">Codes to dial, the main one first, such as <c>*237*1#</c>.</param>
/// <param name="Country">ISO 3166-1 code of two letters.</param>
/// <param name="Languages">ISO 639-1 codes the fund speaks, the preferred one first.</param>
public sealed record SimulatedFund(
    string Id,
    LocalizedText Name,
    IReadOnlyList<string> ServiceCodes,
    string Country,
    IReadOnlyList<string> Languages)
{
    /// <summary>Operators of the country.</summary>
    public IReadOnlyList<MobileNetwork> Networks { get; init; } = [];

    /// <summary>Its short name, as people say it.</summary>
    public required LocalizedText ShortName { get; init; }
}
