namespace ChatChannels.Bot.WhatsApp.Sending;

/// <summary>What kind of failure the Graph API tells of.</summary>
internal enum GraphFaultKind
{
    /// <summary>Passing trouble of Meta's: tried again.</summary>
    Passing,

    /// <summary>Too many messages to this person: tried again after a while.</summary>
    PairThrottled,

    /// <summary>Too many messages by this number or account: all wait a while.</summary>
    Throttled,

    /// <summary>The token or its rights: an operator must see to it; tried again.</summary>
    Access,

    /// <summary>The account is locked, unpaid or not registered: an operator must see to it; tried again.</summary>
    Account,

    /// <summary>The person cannot be reached or does not want to be.</summary>
    Recipient,

    /// <summary>More than 24 hours since the person's last message: only a template may be sent.</summary>
    Window,

    /// <summary>The template is not there, not as it is filled, or stopped.</summary>
    Template,

    /// <summary>The request is wrong: ours to mend.</summary>
    Request,
}
