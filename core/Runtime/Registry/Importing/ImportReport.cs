using ChatChannels.Runtime.Storage.Register;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>What came of an import.</summary>
/// <param name="Rows">The rows read.</param>
/// <param name="Defects">Why nothing was written; empty when all rows were.</param>
public sealed record ImportReport(long Rows, IReadOnlyList<RowDefect> Defects);
