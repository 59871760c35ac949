using System.Runtime.CompilerServices;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage.Register;
using CsvHelper;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>
/// Fills the local register from a CSV file (UTF-8, a header, one row a line of the register). The file is read through first;
/// nothing is written while any row is bad.
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

    /// <summary>Reads a file through and writes nothing; for that no storage is needed.</summary>
    public static async Task<ImportReport> Check(Fund fund, ImportKind kind, string file, ImportPace pace, CancellationToken cancellation)
    {
        var check = new RowCheck();
        await foreach (var _ in Read(EntryReader.Of(kind, fund, pace.Today(fund)), check, file, cancellation))
            await pace.Passed("read", ++check.Rows);
        return new ImportReport(check.Rows, check.Defects);
    }

    /// <summary>Puts all rows in by one transaction, for which who else writes has to wait.</summary>
    public Task<ImportReport> Import(Fund fund, ImportKind kind, string file, CancellationToken cancellation) =>
        Import(fund, kind, file, new ImportPace(time), cancellation);

    /// <inheritdoc cref="Import(Fund, ImportKind, string, CancellationToken)"/>
    public async Task<ImportReport> Import(Fund fund, ImportKind kind, string file, ImportPace pace, CancellationToken cancellation)
    {
        var report = await Check(fund, kind, file, pace, cancellation);
        return report.Defects.Count > 0 ? report : report with { Defects = await tables.Put(Rows(fund, kind, file, pace, cancellation), time.GetUtcNow(), cancellation) };
    }

    /// <summary>Puts the rows in between the turns of a running service, after all of them were checked against what is there.</summary>
    public async Task<ImportReport> ImportBeside(Fund fund, ImportKind kind, string file, ImportPace pace, CancellationToken cancellation)
    {
        var report = await Check(fund, kind, file, pace, cancellation);
        if (report.Defects.Count == 0)
            report = report with { Defects = await tables.Check(Rows(fund, kind, file, pace with { IsSilent = true }, cancellation), time.GetUtcNow(), cancellation) };
        return report.Defects.Count > 0
            ? report
            : report with { Defects = await tables.PutBeside(Rows(fund, kind, file, pace, cancellation), time.GetUtcNow(), cancellation), WasBegun = true };
    }

    private static async IAsyncEnumerable<RegisterRow> Rows(
        Fund fund, ImportKind kind, string file, ImportPace pace, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = 0L;
        await foreach (var row in Read(EntryReader.Of(kind, fund, pace.Today(fund)), new RowCheck(), file, cancellation))
        {
            yield return row;
            await pace.Passed("written", ++rows);
        }
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
