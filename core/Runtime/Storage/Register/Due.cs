namespace ChatChannels.Runtime.Storage.Register;

/// <summary>Something to try now.</summary>
/// <param name="Tries">Tries so far, this one included.</param>
public sealed record Due<T>(T What, int Tries);
