using System.CommandLine;
using ChatChannels.Host.Checking;
using ChatChannels.Runtime.Funds;

namespace ChatChannels.Host.Commands;

/// <summary><c>check</c>: proves the content of every fund before anybody dials, and says what is wrong with file and line.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var funds = new Option<DirectoryInfo?>("--funds") { Description = "The folder of funds; without it the one that the service would serve." };
        var fund = new Option<string?>("--fund") { Description = "Only this fund, by the name of its folder." };
        var quiet = new Option<bool>("--quiet") { Description = "Only the defects and the summary, no tables." };
        var command = new Command("check", "Prove that every screen and message of the funds fits, and every service within a session.") { funds, fund, quiet };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
        {
            string[] folder = parsed.GetValue(funds) is { } given ? ["--Funds:Folder", given.FullName] : [];
            using var app = Composition.BuildParts(["--Logging:LogLevel:Default", "Error", .. parsed.UnmatchedTokens, .. folder]);
            return Run(app.Services, parsed.GetValue(fund), parsed.GetValue(quiet), parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static int Run(IServiceProvider parts, string? only, bool quiet, TextWriter output)
    {
        var folder = parts.GetRequiredService<FundFolder>().Path;
        if (!Directory.Exists(only is null ? folder : Path.Combine(folder, only)))
        {
            output.WriteLine($"There is no folder {(only is null ? folder : Path.Combine(folder, only))}.");
            return 1;
        }

        var report = new ContentCheck(parts).Run(only);
        var printer = new CheckPrinter(output);
        if (!quiet)
        {
            foreach (var fund in report.Funds)
                printer.Tables(fund);
        }

        printer.Result(report);
        return report.Defects.Count == 0 ? 0 : 1;
    }
}
