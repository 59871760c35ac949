namespace ChatChannels.Runtime.Storage.Register;

/// <summary>Why a line cannot be taken in; without the values, which may be personal.</summary>
/// <param name="Line">From 1; the header's where the columns are wrong.</param>
public sealed record RowDefect(long Line, string Why);
