namespace ChatChannels.Simulator.World;

/// <summary>Where the last call of a phone stands: which of a sample person's answers fits now.</summary>
/// <param name="Ask">The question as <see cref="SampleAnswer.Ask"/> names it; <see langword="null"/> where no sample person has an answer (the line was lost, say).</param>
public sealed record SimulatedStand(string? Ask)
{
    /// <summary>The key that goes on where something is only read (the next page, or what follows); <see langword="null"/> where an answer is awaited.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a code is awaited, which came by message.</summary>
    public bool AwaitsCode { get; init; }
}
