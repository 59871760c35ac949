namespace ChatChannels.Bot.Activities;

/// <summary>The conversation of an activity.</summary>
/// <param name="IsGroup">Whether more people than one are in it; missing where the channel does not tell.</param>
internal sealed record ConversationAccount(string? Id = null, bool? IsGroup = null)
{
    public override string ToString() => "ConversationAccount { *** }";
}
