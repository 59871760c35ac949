namespace ChatChannels.Runtime.Storage.Register;

/// <summary>Fills the local register.</summary>
public interface IRegisterTables
{
    /// <summary>Puts rows in, all of them in one transaction, or none where one is refused.</summary>
    /// <returns>The rows refused; empty when all are on disk.</returns>
    Task<IReadOnlyList<RowDefect>> Put(IAsyncEnumerable<RegisterRow> rows, DateTimeOffset now, CancellationToken cancellation);
}
