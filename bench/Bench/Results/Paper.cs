using System.Text;

namespace ChatChannels.Bench.Results;

/// <summary>Markdown, shown as it is written and kept to be saved.</summary>
internal sealed class Paper
{
    private readonly StringBuilder _text = new();
    private readonly List<Verdict> _verdicts = [];

    public bool AllHold => _verdicts.TrueForAll(verdict => verdict.Holds);

    public void Line(string line = "")
    {
        Console.WriteLine(line);
        _text.AppendLine(line);
    }

    public void Heading(string heading)
    {
        Line();
        Line("## " + heading);
        Line();
    }

    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line(Row(head));
        Line(Row([.. head.Select((_, column) => column == 0 ? "---" : "---:")]));
        foreach (var row in rows)
            Line(Row(row));
    }

    public void Judge(params IEnumerable<Verdict> verdicts) => _verdicts.AddRange(verdicts);

    public void WriteVerdicts()
    {
        Heading("What was wanted");
        Table(["what", "wanted", "measured: median [least–most]", "holds"], _verdicts.Select(verdict => verdict.Row));
    }

    public void Save(string path) => File.WriteAllText(path, _text.ToString());

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";
}
