namespace ChatChannels.Bot.DirectLine;

/// <summary>What a token is good for. One for something else is no token there.</summary>
internal enum TokenUse
{
    /// <summary>Everything in one conversation.</summary>
    Conversation,

    /// <summary>Another token for the same conversation, by our own page, for as long as a conversation may lie idle.</summary>
    Renewal,

    /// <summary>The opening of one conversation's stream, at once: it stands in an address.</summary>
    Stream,

    /// <summary>The reading of one file: it stands in an address.</summary>
    File,
}
