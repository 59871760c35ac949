using System.CommandLine;
using ChatChannels.Host.Checking;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Host.Commands;

/// <summary><c>diagram</c>: draws every flow and the engine's own machines into <c>docs/flows</c>; <c>--check</c> says which drawings are not of today.</summary>
internal static class DiagramCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when a drawing differs from its machine." };
        var to = new Option<DirectoryInfo?>("--to") { Description = "Where the drawings are; without it docs/flows beside the funds." };
        var command = new Command("diagram", "Draw the flows of all funds, the life of a session and the life of a case as Mermaid diagrams.") { check, to };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
        {
            using var app = Composition.BuildParts(["--Logging:LogLevel:Default", "Error", .. parsed.UnmatchedTokens]);
            var funds = app.Services.GetRequiredService<FundFolder>();
            var folder = parsed.GetValue(to)?.FullName ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(funds.Path))!, "docs", "flows");
            var diagrams = new Diagrams(FundDirectory.Load(funds, app.Services.GetRequiredService<ActionCatalogue>().Contract).All);
            return parsed.GetValue(check)
                ? Compare(diagrams, folder, parsed.InvocationConfiguration.Output)
                : Write(diagrams, folder, parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static int Compare(Diagrams diagrams, string folder, TextWriter output)
    {
        var stale = diagrams.Stale(folder);
        foreach (var file in stale)
            output.WriteLine($"{file} is not what its machine is today.");
        output.WriteLine(stale.Count == 0 ? $"{diagrams.Files.Count} files, all of today." : "Write them anew: dotnet run --project host -- diagram");
        return stale.Count == 0 ? 0 : 1;
    }

    private static int Write(Diagrams diagrams, string folder, TextWriter output)
    {
        diagrams.Write(folder);
        output.WriteLine($"{diagrams.Files.Count} files in {folder}");
        return 0;
    }
}
