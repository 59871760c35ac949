namespace ChatChannels.Bot.Connector;

/// <summary>Who sent an activity, as its token says.</summary>
/// <param name="App">The app that it was sent to, whose credentials the replies go with; null on this machine without any, where replies go without.</param>
/// <param name="Scope">What the token of the replies is asked for.</param>
/// <param name="IsSkillCall">Whether another bot calls this one, and wants to be told when it is done.</param>
internal sealed record Party(MessagesAppOptions? App, string Scope, bool IsSkillCall)
{
    /// <summary>This machine.</summary>
    public static readonly Party Local = new(null, "", IsSkillCall: false);

    public override string ToString() => $"Party {{ {App?.Fund} }}";
}
