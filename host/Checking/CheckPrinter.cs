using System.Globalization;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;
using Spectre.Console;

namespace ChatChannels.Host.Checking;

/// <summary>Prints what a check found: tables for people, one line a defect for editors, plain where the output is not a terminal.</summary>
internal sealed class CheckPrinter
{
    /// <summary>Wide enough that no line of a table breaks where nobody reads it on a screen.</summary>
    private const int PlainWidth = 240;

    private readonly TextWriter _output;
    private readonly IAnsiConsole _console;

    public CheckPrinter(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        _output = output;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal)
            _console.Profile.Width = PlainWidth;
    }

    public void Tables(FundReport report)
    {
        foreach (var table in report.Tables)
        {
            _console.Write(Grid(report, table));
            foreach (var note in table.Notes)
                _output.WriteLine($"  {note}");
        }

        _console.Write(Messages(report));
    }

    /// <summary>Defects and summary go out as they are: a terminal must not break a line that an editor follows.</summary>
    public void Result(CheckReport report)
    {
        foreach (var defect in report.Defects)
            _output.WriteLine(defect);
        _output.WriteLine(report.Summary);
    }

    private static Table Grid(FundReport report, ScreenTable table)
    {
        var grid = Empty($"{report.Fund.Id}: {table.Title}", "state", report.Fund.Languages);
        foreach (var row in table.Rows)
            grid.AddRow([new Text(row), .. report.Fund.Languages.Select(language => new Text(Describe(table[row, language])))]);
        return grid;
    }

    private static Table Messages(FundReport report)
    {
        var grid = Empty($"{report.Fund.Id}: SMS", "message", report.Fund.Languages);
        foreach (var message in report.Messages.GroupBy(size => size.Template, StringComparer.Ordinal))
            grid.AddRow([new Text(message.Key), .. message.Select(size => new Text(Counted(size.Segments, "segment")))]);
        return grid;
    }

    private static Table Empty(string title, string first, IEnumerable<Language> languages)
    {
        var grid = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(title)) };
        grid.AddColumn(first);
        foreach (var language in languages)
            grid.AddColumn(language.Code);
        return grid;
    }

    /// <summary>The fullest page, and how many there are: <c>176/182 septets, 2 pages</c>.</summary>
    private static string Describe(ScreenSize? size) => size is null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"{size.Fullest.Units}/{size.Room} {(size.Fullest.Alphabet is Alphabet.Gsm7 ? "septets" : "UCS-2")}, {Counted(size.Pages, "page")}");

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
