using System.Collections.Immutable;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services.Audit;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>A unit as it is written.</summary>
/// <param name="Keys">The keys that sealed it; all must still be their owners' when it is written.</param>
internal sealed record SealedUnit(SealedTurn? Turn, ImmutableArray<RowWrite> Rows, ImmutableArray<AuditFact> Facts, ImmutableArray<DataKey> Keys)
{
    /// <summary>Whether it is a turn and what is to be told of it, and nothing else, as most are.</summary>
    public bool IsTurn => Turn is not null && Rows.IsEmpty;

    public bool CanClash => Rows.Any(row => row.CanClash);
}
