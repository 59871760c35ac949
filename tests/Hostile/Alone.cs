namespace ChatChannels.Tests.Hostile;

/// <summary>Tests that compare times, so that nothing else may run beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
