using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Registry.Importing;
using ChatChannels.Runtime.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host.Commands;

/// <summary><c>import members|accounts|employers|claims FILE.csv --fund F</c>: fills the local register, all of a file or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var kind = new Argument<ImportKind>("KIND") { Description = "members, accounts, employers or claims.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("members", "accounts", "employers", "claims");
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file, UTF-8, with a header." };
        var fund = new Option<string>("--fund") { Description = "The fund, by the name of its folder.", Required = true };
        var command = new Command("import", "Fill the local register of a fund from a file, all of it or nothing.") { kind, file, fund };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            var (done, sentences) = await Run(
                [.. parsed.UnmatchedTokens], parsed.GetValue(fund)!, parsed.GetValue(kind), parsed.GetValue(file)!.FullName, cancellation);
            var console = done ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error;
            foreach (var sentence in sentences)
                await console.WriteLineAsync(sentence);
            return done ? 0 : 1;
        });
        return command;
    }

    private static async Task<(bool Done, IEnumerable<string> Sentences)> Run(
        string[] settings, string fund, ImportKind kind, string file, CancellationToken cancellation)
    {
        try
        {
            using var parts = Composition.BuildParts(["--Logging:LogLevel:Default", "Error", .. settings]);
            var funds = parts.Services.GetRequiredService<FundDirectory>();
            if (funds.Find(new FundId(fund)) is not { } found)
                return (false, [$"There is no fund {fund}, but {string.Join(", ", funds.All.Select(known => known.Id))}."]);
            if (!File.Exists(file))
                return (false, [$"There is no file {file}."]);
            await using var house = await Storehouse.Open(
                parts.Services.GetRequiredService<IOptions<StorageOptions>>().Value, TimeProvider.System, NullLogger.Instance, cancellation);
            return Told(await new Importer(house.RegisterTables, TimeProvider.System).Import(found, kind, file, cancellation), fund);
        }
        catch (Exception refused) when (refused is StorageRefusedException or InvalidDataException or OptionsValidationException or IOException or UnauthorizedAccessException or DbException)
        {
            return (false, [refused.Message]);
        }
    }

    private static (bool Done, IEnumerable<string> Sentences) Told(ImportReport report, string fund)
    {
        if (report.Defects.Count == 0)
            return (true, [$"{Counted(report.Rows, "row")} imported into the register of {fund}."]);
        var lines = report.Defects.Select(defect => defect.Line).Distinct().Count();
        return (false,
        [
            .. report.Defects.Select(defect => string.Create(CultureInfo.InvariantCulture, $"line {defect.Line}: {defect.Why}")),
            .. report.Defects.Count >= Importer.MostDefects ? ["Reading stopped here: there may be more."] : Array.Empty<string>(),
            $"{Counted(report.Defects.Count, "defect")} in {Counted(lines, "line")}; nothing was imported.",
        ]);
    }

    private static string Counted(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
