namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>Why a message is taken as nothing that a person said here. It is logged and never asked for again.</summary>
internal enum SetAside
{
    /// <summary>It was written in a group: to others, and read by others.</summary>
    InGroup,

    /// <summary>Nobody can be told who wrote it: neither a number nor an id is in it.</summary>
    NoSender,

    /// <summary>It is older than the time in which WhatsApp tries again, so that a copy of it could not be told any more.</summary>
    TooOld,
}
