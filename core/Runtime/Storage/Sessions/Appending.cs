namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>Among what a group's turns are appended.</summary>
internal enum Appending
{
    /// <summary>The group's new keys are there.</summary>
    BehindKeys,

    /// <summary>The group's new keys come next, each if its turn was appended.</summary>
    BeforeKeys,

    /// <summary>As <see cref="BehindKeys"/>, where another node was in the way of the group before: what it has written is passed over.</summary>
    Again,
}
