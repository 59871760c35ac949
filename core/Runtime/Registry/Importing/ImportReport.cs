using ChatChannels.Runtime.Storage.Register;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>What came of an import.</summary>
/// <param name="Rows">The rows read.</param>
/// <param name="Defects">Why not all rows were written; empty when all were.</param>
public sealed record ImportReport(long Rows, IReadOnlyList<RowDefect> Defects)
{
    /// <summary>Whether writing had begun, beside a running service, so that rows before the defect are in; else none is.</summary>
    public bool WasBegun { get; init; }
}
