using System.CommandLine;
using ChatChannels.Host.Replay;

namespace ChatChannels.Host.Commands;

/// <summary><c>replay FILE.chat</c>: plays a script and says where the conversation went another way; <c>--update</c> writes it as it went.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE.chat") { Description = "Scripts to play.", Arity = ArgumentArity.OneOrMore };
        var update = new Option<bool>("--update") { Description = "Write each script as it really went. Refused where CI is set." };
        var command = new Command("replay", "Play conversations through the real endpoint and compare every screen and effect.") { files, update };
        command.SetAction(async (parsed, _) => await Run(parsed.GetValue(files)!, parsed.GetValue(update)));
        return command;
    }

    private static async Task<int> Run(FileInfo[] files, bool update)
    {
        if (update && Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            await Console.Error.WriteLineAsync("--update is refused where CI is set: a script is a test, not a recording.");
            return 1;
        }

        var failed = 0;
        foreach (var file in files)
            failed += await Play(file.FullName, update) ? 0 : 1;
        Console.WriteLine($"{files.Length - failed} as written, {failed} not");
        return failed == 0 || update ? 0 : 1;
    }

    private static async Task<bool> Play(string path, bool update)
    {
        var text = await File.ReadAllTextAsync(path);
        var script = ChatScriptReader.Read(Path.GetFileName(path), text);
        await using var service = await ReplayHost.Start(script.Setting.Now);
        var played = (await new ChatPlayer(service, script).Play()).Write();
        if (string.Equals(played, text, StringComparison.Ordinal))
            return true;
        if (update)
            await File.WriteAllTextAsync(path, played);
        else
            Console.WriteLine(ChatDifference.Describe(script.Name, text, played));
        return false;
    }
}
