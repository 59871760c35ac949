namespace ChatChannels.Services.Verification;

/// <summary>How often it was tried, this time included. What a line that is locked asks is not counted against anybody else.</summary>
/// <param name="Line">Failures of the line today.</param>
/// <param name="Challenge">The challenge; null for an unknown one, and for a line that is locked.</param>
/// <param name="Today">Failures today against the person whom the code is to prove.</param>
/// <param name="Ever">Failures in a row against that person.</param>
public sealed record CodeCount(long Line, Challenge? Challenge = null, long Today = 0, long Ever = 0);
