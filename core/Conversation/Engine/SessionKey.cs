namespace ChatChannels.Conversation.Engine;

/// <summary>What tells one session from every other: the fund, the channel, and the channel's own id of the exchange.</summary>
/// <param name="Exchange">The gateway's session id, or a chat's conversation id; opaque, case-sensitive, at most 160 characters.</param>
public sealed record SessionKey(FundId Fund, Channel Channel, string Exchange)
{
    /// <summary>Of the exchange alone: seldom do two sessions share one, and every hop looks its session up several times.</summary>
    public override int GetHashCode() => Exchange.GetHashCode(StringComparison.Ordinal);
}
