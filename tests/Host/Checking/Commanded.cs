using ChatChannels.Host;

namespace ChatChannels.Tests.Host.Checking;

/// <summary>What a command of the program said, and its exit code.</summary>
internal sealed record Commanded(int Code, IReadOnlyList<string> Lines)
{
    public static Commanded Run(params string[] args)
    {
        using var output = new StringWriter();
        var code = CommandLine.Run(args, output, output).GetAwaiter().GetResult();
        return new Commanded(code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
