using System.Collections.Immutable;
using ChatChannels.Services;

namespace ChatChannels.Runtime.Storage;

/// <summary>What one turn or one run writes, all or nothing.</summary>
/// <param name="Turn">The session's next state and its reply; null for a unit without a session (a processing run, a page).</param>
/// <param name="Changes">In order.</param>
public sealed record Unit(TurnWrite? Turn, ImmutableArray<Change> Changes);
