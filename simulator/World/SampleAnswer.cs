namespace ChatChannels.Simulator.World;

/// <summary>One answer of a sample person: what is asked, and what to type.</summary>
public sealed record SampleAnswer(LocalizedText Label, string Value);
