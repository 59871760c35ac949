using ChatChannels.Conversation.Localization;

namespace ChatChannels.Host.Checking;

/// <summary>The sizes of one flow's states, or of the engine's own screens: a row for each, a column for each language.</summary>
internal sealed class ScreenTable(string title)
{
    private readonly List<string> _rows = [];
    private readonly Dictionary<(string Row, Language Language), ScreenSize> _sizes = [];

    public string Title => title;

    public IReadOnlyList<string> Rows => _rows;

    /// <summary>Sentences below the table.</summary>
    public List<string> Notes { get; } = [];

    public ScreenSize? this[string row, Language language] => _sizes.GetValueOrDefault((row, language));

    /// <summary>Keeps the larger of what is known of a row and this.</summary>
    public void Add(string row, Language language, ScreenSize size)
    {
        if (!_rows.Contains(row, StringComparer.Ordinal))
            _rows.Add(row);
        _sizes[(row, language)] = _sizes.TryGetValue((row, language), out var known) ? ScreenSize.Larger(known, size) : size;
    }
}
