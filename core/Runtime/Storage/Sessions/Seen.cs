namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>All that a first hop needs of the database.</summary>
/// <param name="Wrapped">The owner's key.</param>
/// <param name="Version">How many turns the session has had.</param>
/// <param name="Body">The last of them.</param>
/// <param name="Latest">The index of the session that the owner opened last on the channel.</param>
/// <param name="Place">Where the session stands in the log.</param>
internal sealed record Seen(byte[]? Wrapped, long? Version, byte[]? Body, byte[]? Latest, LogPlace Place)
{
    public static readonly Seen Nothing = new(null, null, null, null, default);
}
