using System.CommandLine;
using System.Text;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Flows.Loading;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Host.Documents;

/// <summary>A page of <c>docs/</c> that a command writes from the funds' content; <c>--check</c> says whether the written one is of today.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="File">The page's file in <c>docs/</c>.</param>
/// <param name="Make">Makes the page of the folder of funds and what was loaded from it, or says what is wrong.</param>
internal sealed record GeneratedPage(
    string Command, string Description, string File, Func<string, IReadOnlyList<(Fund Fund, FundFiles Files)>, (string Page, IReadOnlyList<string> Problems)> Make)
{
    public Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when the page is not of today." };
        var to = new Option<DirectoryInfo?>("--to") { Description = "Where the page is; without it docs beside the funds." };
        var command = new Command(Command, Description) { check, to };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
        {
            using var app = Composition.BuildParts(["--Logging:LogLevel:Default", "Error", .. parsed.UnmatchedTokens]);
            var folder = app.Services.GetRequiredService<FundFolder>();
            var file = Path.Combine(parsed.GetValue(to)?.FullName ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder.Path))!, "docs"), File);
            var loaded = FundDirectory.Load(folder, app.Services.GetRequiredService<ActionCatalogue>().Contract);
            var (page, problems) = Make(folder.Path, [.. folder.Read().Select(files => (loaded.Find(files.Fund)!, files))]);
            foreach (var problem in problems)
                parsed.InvocationConfiguration.Output.WriteLine(problem);
            return problems.Count == 0 && (parsed.GetValue(check) ? IsOfToday(file, page, parsed.InvocationConfiguration.Output) : Write(file, page, parsed.InvocationConfiguration.Output)) ? 0 : 1;
        });
        return command;
    }

    private bool IsOfToday(string file, string page, TextWriter output)
    {
        var same = System.IO.File.Exists(file) && System.IO.File.ReadAllBytes(file).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(page));
        output.WriteLine(same ? $"docs/{File} is of today." : $"docs/{File} is not of today. Write it anew: dotnet run --project host -- {Command}");
        return same;
    }

    private static bool Write(string file, string page, TextWriter output)
    {
        System.IO.File.WriteAllText(file, page);
        output.WriteLine(file);
        return true;
    }
}
