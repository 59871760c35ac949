using ChatChannels.Driver.Walks;

namespace ChatChannels.Driver.Loads;

/// <summary>Is told what a server has acknowledged, on the driver's thread.</summary>
public interface IWitness
{
    /// <summary>A reply came and was the right one.</summary>
    /// <param name="caller">Whose; with all that was learnt from screens so far.</param>
    /// <param name="hop">0 for the dial.</param>
    /// <param name="typed">What was typed in this hop; empty for the dial.</param>
    /// <param name="reply">The body.</param>
    void Acknowledged(Caller caller, int hop, ReadOnlySpan<byte> typed, ReadOnlySpan<byte> reply);

    /// <summary>All replies that had come are told: a log may be written out.</summary>
    void Settled();
}
