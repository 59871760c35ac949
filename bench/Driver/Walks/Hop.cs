namespace ChatChannels.Driver.Walks;

/// <summary>What is typed, and the reply that must come.</summary>
internal sealed record Hop(Template Typed, Template Expected);
