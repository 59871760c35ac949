using ChatChannels.Host;

namespace ChatChannels.Tests.Host.Checking;

/// <summary>What a command of the program said, and its exit code.</summary>
internal sealed record Commanded(int Code, IReadOnlyList<string> Lines)
{
    public static Commanded Run(params string[] args) => ToItsEnd(args).GetAwaiter().GetResult();

    private static async Task<Commanded> ToItsEnd(string[] args)
    {
        await using var output = new StringWriter();
        var code = await CommandLine.Run(args, output, output);
        return new Commanded(code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
