using System.CommandLine;
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
        var kind = new Argument<ImportKind>("KIND") { Description = "members, accounts, employers or claims." };
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file, UTF-8, with a header." };
        var fund = new Option<string>("--fund") { Description = "The fund, by the name of its folder.", Required = true };
        var command = new Command("import", "Fill the local register of a fund from a file.") { kind, file, fund };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) =>
            Run([.. parsed.UnmatchedTokens], parsed.GetValue(fund)!, parsed.GetValue(kind), parsed.GetValue(file)!.FullName, cancellation));
        return command;
    }

    private static async Task<int> Run(string[] settings, string fund, ImportKind kind, string file, CancellationToken cancellation)
    {
        try
        {
            using var parts = Composition.BuildParts(["--Logging:LogLevel:Default", "Error", .. settings]);
            if (parts.Services.GetRequiredService<FundDirectory>().Find(new FundId(fund)) is not { } found)
                return StorageCommand.Say(done: false, $"There is no fund {fund}.");
            await using var house = await Storehouse.Open(
                parts.Services.GetRequiredService<IOptions<StorageOptions>>().Value, TimeProvider.System, NullLogger.Instance, cancellation);
            return Say(await new Importer(house.RegisterTables, TimeProvider.System).Import(found, kind, file, cancellation));
        }
        catch (Exception refused) when (refused is StorageRefusedException or InvalidDataException or IOException)
        {
            return StorageCommand.Say(done: false, refused.Message);
        }
    }

    private static int Say(ImportReport report)
    {
        foreach (var defect in report.Defects)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {defect.Line}: {defect.Why}"));
        return report.Defects.Count == 0
            ? StorageCommand.Say(done: true, string.Create(CultureInfo.InvariantCulture, $"{report.Rows} rows imported."))
            : StorageCommand.Say(done: false, string.Create(CultureInfo.InvariantCulture, $"{report.Defects.Count} bad rows; nothing was imported."));
    }
}
