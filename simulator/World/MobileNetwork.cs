namespace ChatChannels.Simulator.World;

/// <summary>An operator, by the code that the gateway sends (country code and network code, such as <c>62401</c>).</summary>
public sealed record MobileNetwork(string Code, string Name);
