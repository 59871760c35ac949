using System.Runtime.CompilerServices;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Runtime.Turns;
using CsvHelper;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>
/// Fills the local register from a CSV file (UTF-8, a header, one row a line of the register). The file is read through first;
/// nothing is written while any row is bad, and all rows go in by one transaction.
/// </summary>
public sealed class Importer(IRegisterTables tables, TimeProvider time)
{
    /// <summary>Defects that a report names; behind them reading stops.</summary>
    public const int MostDefects = 200;

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    public async Task<ImportReport> Import(Fund fund, ImportKind kind, string file, CancellationToken cancellation)
    {
        var reader = EntryReader.Of(kind, fund, TurnDecider.Today(fund, time.GetUtcNow()));
        var check = new RowCheck();
        await foreach (var _ in Read(reader, check, file, cancellation))
            check.Rows++;
        var defects = check.Defects.Count > 0
            ? check.Defects
            : await tables.Put(Read(reader, new RowCheck(), file, cancellation), time.GetUtcNow(), cancellation);
        return new ImportReport(check.Rows, defects);
    }

    private static async IAsyncEnumerable<RegisterRow> Read(
        EntryReader reader, RowCheck check, string file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var csv = CsvReader.FromFile(file, Options);
        var columns = csv.Headers;
        check.Columns(reader, columns);
        while (await Next(csv, check, cancellation))
        {
            var row = new CsvRow(csv, columns, check);
            if (reader.Read(row) is { } entry && check.IsNew(row, entry))
                yield return new RegisterRow(csv.LineNumber, entry);
        }
    }

    /// <summary>Goes to the next row; ends behind one that cannot be read, for where the next begins is not sure then.</summary>
    private static async Task<bool> Next(CsvReader csv, RowCheck check, CancellationToken cancellation)
    {
        try
        {
            return check.CanGoOn && await csv.ReadAsync(cancellation);
        }
        catch (CsvFormatException broken)
        {
            check.Add(broken.LineNumber, "not readable: a quote is not closed, or there are more or fewer fields than columns");
            return false;
        }
    }
}
