using System.Runtime.InteropServices;

namespace ChatChannels.Runtime.Delivery;

/// <summary>One part of a message, handed over by itself.</summary>
/// <param name="Part">From 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Dispatch(Guid Message, int Part);
