namespace ChatChannels.Bot.Activities;

/// <summary>The conversation of an activity.</summary>
internal sealed record ConversationAccount(string? Id = null)
{
    public override string ToString() => "ConversationAccount { *** }";
}
