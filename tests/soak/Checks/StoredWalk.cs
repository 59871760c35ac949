namespace ChatChannels.Soak.Checks;

/// <summary>How far a caller's session has come by what is stored.</summary>
/// <param name="CaseNumber">The case that it knows, if it does.</param>
/// <param name="HasEnded">Whether it was told good-bye.</param>
internal sealed record StoredWalk(int Turns, string? CaseNumber, bool HasEnded);
