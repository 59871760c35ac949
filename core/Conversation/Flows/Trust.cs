namespace ChatChannels.Conversation.Flows;

/// <summary>What an action has to do with who the person is.</summary>
public enum Trust
{
    /// <summary>Nothing: anybody may have it done.</summary>
    None,

    /// <summary>It can prove that the person is the one who was located.</summary>
    Proves,

    /// <summary>It is only done for a person who is proven.</summary>
    Requires,
}
