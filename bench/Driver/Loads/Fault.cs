namespace ChatChannels.Driver.Loads;

/// <summary>One thing that went wrong.</summary>
/// <param name="SessionId">Whose.</param>
/// <param name="Hop">0 for the dial.</param>
/// <param name="Problem">What.</param>
/// <param name="Expected">The screen that should have come.</param>
/// <param name="Got">What came.</param>
public sealed record Fault(string SessionId, int Hop, string Problem, string Expected, string Got);
