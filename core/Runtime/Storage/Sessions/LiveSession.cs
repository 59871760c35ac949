using ChatChannels.Runtime.Storage.Keys;

namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>A session in memory, with what its next turn is found and sealed by.</summary>
/// <param name="Stored">Null before its first turn.</param>
/// <param name="Index">The blind index of its key.</param>
/// <param name="Key">The key of its address.</param>
/// <param name="Place">Where it stands in the log.</param>
internal sealed record LiveSession(StoredSession? Stored, byte[] Index, DataKey Key, LogPlace Place);
