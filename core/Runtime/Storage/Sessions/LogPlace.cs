using System.Runtime.InteropServices;

namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>Where a session stands in a log that is kept by one node: the numbers of its first and its last turn. Nought in other logs.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogPlace(long Opened, long Last);
