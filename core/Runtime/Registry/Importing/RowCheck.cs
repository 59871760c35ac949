using ChatChannels.Runtime.Storage.Register;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>What is found against a file, while it is read.</summary>
internal sealed class RowCheck
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<RowDefect> _defects = [];
    private bool _headless;

    public IReadOnlyList<RowDefect> Defects => _defects;

    public long Rows { get; set; }

    public bool CanGoOn => !_headless && _defects.Count < Importer.MostDefects;

    public void Add(long line, string why) => _defects.Add(new RowDefect(line, why));

    /// <summary>Checks the header: without the right columns no row means anything.</summary>
    public void Columns(EntryReader reader, IReadOnlyList<string> columns)
    {
        if (columns.Any(column => !IsText(column)))
        {
            Add(1, "the header is no text in UTF-8");
            _headless = true;
            return;
        }

        foreach (var missing in reader.Required.Except(columns, StringComparer.Ordinal))
            Add(1, $"the column '{missing}' is missing");
        foreach (var unknown in columns.Where(column => !reader.Knows(column)))
            Add(1, $"there is no column '{unknown}'");
        foreach (var twice in columns.GroupBy(column => column, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
            Add(1, $"the column '{twice.Key}' stands twice");
        _headless = _defects.Count > 0;
    }

    /// <summary>Whether what was read is what was written: octets that are not UTF-8 read as U+FFFD.</summary>
    public static bool IsText(string text) => !text.Any(letter => letter is '\uFFFD' || char.IsControl(letter));

    public bool IsNew(CsvRow row, RegisterEntry entry)
    {
        var keys = KeysOf(entry).ToList();
        var isNew = keys.TrueForAll(_keys.Add);
        if (!isNew)
            Add(row.Line, "this number or identity document stands in the file before");
        return isNew;
    }

    private static IEnumerable<string> KeysOf(RegisterEntry entry) => entry switch
    {
        RegisterEntry.OfMember { Member: var member } => member.Identity is null ? [member.Number] : [member.Number, $"identity {member.Identity}"],
        RegisterEntry.OfAccount { Account: var account } => [account.Number],
        RegisterEntry.OfEmployer { Employer: var employer } => [employer.Number],
        RegisterEntry.OfClaim { Claim: var claim } => [claim.Id],
        _ => [],
    };
}
