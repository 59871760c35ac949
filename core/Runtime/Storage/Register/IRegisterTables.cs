namespace ChatChannels.Runtime.Storage.Register;

/// <summary>Fills the local register.</summary>
public interface IRegisterTables
{
    /// <summary>Puts rows in, all of them in one transaction, or none where one is refused.</summary>
    /// <returns>The rows refused; empty when all are on disk.</returns>
    Task<IReadOnlyList<RowDefect>> Put(IAsyncEnumerable<RegisterRow> rows, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Holds rows against what is there, and writes nothing.</summary>
    /// <returns>The rows that would be refused.</returns>
    Task<IReadOnlyList<RowDefect>> Check(IAsyncEnumerable<RegisterRow> rows, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Puts rows in a few at a time, between what else is written: nobody waits for the whole of them. Broken off in the middle it
    /// leaves some in; done again it puts in the rest.
    /// </summary>
    /// <returns>The rows refused, at which it stopped; empty when all are on disk.</returns>
    Task<IReadOnlyList<RowDefect>> PutBeside(IAsyncEnumerable<RegisterRow> rows, DateTimeOffset now, CancellationToken cancellation);
}
