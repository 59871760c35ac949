using System.CommandLine;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Host.Starting;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Registry.Importing;

namespace ChatChannels.Host.Commands;

/// <summary><c>import members|accounts|employers|claims FILE.csv --fund F</c>: fills the local register, while the service runs or not.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var kind = new Argument<ImportKind>("KIND") { Description = "members, accounts, employers or claims.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("members", "accounts", "employers", "claims");
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file, UTF-8, with a header." };
        var fund = new Option<string>("--fund") { Description = "The fund, by the name of its folder.", Required = true };
        var check = new Option<bool>("--check") { Description = "Read the file through and say what is wrong with it; write nothing, and touch no database." };
        var command = new Command("import", "Fill the local register of a fund from a file: nothing of it while any row is bad.") { kind, file, fund, check };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            var (done, sentences) = await Run(parsed, parsed.GetValue(fund)!, parsed.GetValue(kind), (parsed.GetValue(file)!.FullName, parsed.GetValue(check)), cancellation);
            var console = done ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error;
            foreach (var sentence in sentences)
                await console.WriteLineAsync(sentence);
            return done ? 0 : 1;
        });
        return command;
    }

    private static async Task<(bool Done, IEnumerable<string> Sentences)> Run(
        ParseResult parsed, string fund, ImportKind kind, (string Path, bool OnlyChecked) file, CancellationToken cancellation)
    {
        using var parts = Composition.BuildParts(["--Logging:LogLevel:Default", "Error", .. parsed.UnmatchedTokens]);
        var funds = parts.Services.GetRequiredService<FundDirectory>();
        if (funds.Find(new FundId(fund)) is not { } found)
            return (false, [$"There is no fund {fund}, but {string.Join(", ", funds.All.Select(known => known.Id))}.{Nearest.Hint(fund, funds.All.Select(known => known.Id.Value))}"]);
        if (!File.Exists(file.Path))
            return (false, [$"There is no file {file.Path}."]);
        var error = parsed.InvocationConfiguration.Error;
        if (file.OnlyChecked)
            return Told(await Importer.Check(found, kind, file.Path, new ImportPace(TimeProvider.System) { Tell = error.WriteLineAsync }, cancellation), found, "read, and none is wrong in itself; nothing was imported into");
        var report = await new RegisterImport(StartRules.Storage(parts.Services), TimeProvider.System).Run(found, kind, file.Path, error.WriteLine, cancellation);
        return Told(report, found, "imported into");
    }

    private static (bool Done, IEnumerable<string> Sentences) Told(ImportReport report, Fund fund, string done)
    {
        if (report.Defects.Count == 0)
            return (true, [$"{Counted(report.Rows, "row")} {done} the register of {fund.Id}."]);
        var lines = report.Defects.Select(defect => defect.Line).Distinct().Count();
        return (false,
        [
            .. report.Defects.Select(defect => string.Create(CultureInfo.InvariantCulture, $"line {defect.Line}: {defect.Why}")),
            .. report.Defects.Count >= Importer.MostDefects ? ["Reading stopped here: there may be more."] : Array.Empty<string>(),
            $"{Counted(report.Defects.Count, "defect")} in {Counted(lines, "line")}; {(report.WasBegun ? "rows before it are in: import the file again once it is mended" : "nothing was imported")}.",
        ]);
    }

    private static string Counted(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
