namespace ChatChannels.Simulator.World;

/// <summary>One text in the three languages of the page: French, Arabic, English.</summary>
public sealed record LocalizedText(string Fr, string Ar, string En);
