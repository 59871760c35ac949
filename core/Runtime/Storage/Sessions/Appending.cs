namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>How a group's turns are appended.</summary>
internal enum Appending
{
    /// <summary>Behind the group's new keys; what memory is not sure of is asked row by row.</summary>
    Asking,

    /// <summary>As <see cref="Asking"/>, where another node was in the way of the group before: what it has written is passed over.</summary>
    Again,

    /// <summary>Memory is sure of all of them: all are appended, or all refused.</summary>
    Sure,
}
