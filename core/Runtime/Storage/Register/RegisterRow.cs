namespace ChatChannels.Runtime.Storage.Register;

/// <summary>An entry with the line it was read from.</summary>
public sealed record RegisterRow(long Line, RegisterEntry Entry);
