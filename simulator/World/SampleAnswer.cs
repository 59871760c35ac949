namespace ChatChannels.Simulator.World;

/// <summary>One answer of a sample person: what is asked, and what to type.</summary>
/// <param name="Ask">The question: <c>language</c>, <c>menu</c>, or the asking state as <c>flow.state</c>.</param>
public sealed record SampleAnswer(string Ask, LocalizedText Label, string Value);
