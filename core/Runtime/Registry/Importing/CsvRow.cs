using System.Globalization;
using CsvHelper;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>The row that is being read. What cannot be read is noted, without its value, and reads as nothing.</summary>
internal sealed class CsvRow(CsvReader csv, IReadOnlyList<string> columns, RowCheck check)
{
    public long Line => csv.LineNumber;

    public IReadOnlyList<string> Columns => columns;

    /// <summary>Whether nothing was found against the row.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>A value without blanks around it; null where the column is not there or the field is empty.</summary>
    public string? Text(string column)
    {
        if (!columns.Contains(column, StringComparer.Ordinal) || csv.GetString(column)?.Trim() is not { Length: > 0 } text)
            return null;
        return RowCheck.IsText(text) ? text : Bad(column, "is no text in UTF-8");
    }

    /// <summary>A value that every row must have.</summary>
    public string Needed(string column) => Text(column) ?? Bad(column, "is empty") ?? "";

    /// <summary>A day as <c>2026-03-05</c>.</summary>
    public DateOnly? Day(string column) => Parsed<DateOnly>(
        column, "is no date like 2026-03-05", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    /// <summary>An amount as <c>1250.50</c>.</summary>
    public decimal? Amount(string column) => Parsed<decimal>(
        column, "is no amount like 1250.50", text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null);

    /// <summary>One of a few words.</summary>
    public T? Word<T>(string column, IReadOnlyDictionary<string, T> words)
        where T : struct => Parsed<T>(column, $"is none of {string.Join(", ", words.Keys)}", text => words.TryGetValue(text, out var word) ? word : null);

    /// <summary>Notes what is wrong with a field.</summary>
    public string? Bad(string column, string why)
    {
        check.Add(Line, $"'{column}' {why}");
        IsSound = false;
        return null;
    }

    private T? Parsed<T>(string column, string why, Func<string, T?> parse)
        where T : struct
    {
        if (Text(column) is not { } text)
            return null;
        var parsed = parse(text);
        if (parsed is null)
            Bad(column, why);
        return parsed;
    }
}
