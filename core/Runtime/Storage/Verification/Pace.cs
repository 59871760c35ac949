namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>What is taken of a paced count.</summary>
/// <param name="Subject">The blind index of who or what is limited.</param>
/// <param name="Step">The ticks until one more may be had.</param>
/// <param name="AtOnce">How many may be had at once.</param>
/// <param name="Cost">How many are taken; 0 only looks whether one could be.</param>
internal sealed record Pace(byte[] Subject, long Step, int AtOnce, int Cost);
