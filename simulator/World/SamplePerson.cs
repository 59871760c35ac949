namespace ChatChannels.Simulator.World;

/// <summary>An invented person whose answers a newcomer may type, and the phone number that person calls from.</summary>
public sealed record SamplePerson(LocalizedText Title, string Phone, IReadOnlyList<SampleAnswer> Answers);
