using System.CommandLine;

namespace ChatChannels.Host.Starting;

/// <summary>Arguments that are neither a command's own nor configuration (<c>--urls</c>, <c>--Section:Key value</c>).</summary>
internal static class StrayArguments
{
    /// <summary>Settings of the host itself, outside all sections.</summary>
    private static readonly string[] Bare = ["urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName"];

    /// <summary>The sentence to refuse with; null where every argument means something.</summary>
    public static string? Refusal(ParseResult parsed)
    {
        for (var i = 0; i < parsed.UnmatchedTokens.Count; i++)
        {
            var token = parsed.UnmatchedTokens[i];
            if (!token.StartsWith('-'))
                return NoArgument(parsed, token);
            var key = token.TrimStart('-').Split('=')[0];
            if (!key.Contains(':', StringComparison.Ordinal) && !Bare.Contains(key, StringComparer.OrdinalIgnoreCase))
                return NoOption(parsed, token.Split('=')[0]);
            if (token.Contains('=', StringComparison.Ordinal))
                continue;
            if (++i == parsed.UnmatchedTokens.Count)
                return $"{token} needs a value.";
        }

        return null;
    }

    private static string NoArgument(ParseResult parsed, string token)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(one => one.Name);
        return command is RootCommand
            ? $"There is no command {token}.{Nearest.Hint(token, known)} --help lists them; without a command the service starts."
            : $"{command.Name} takes no {token}. {command.Name} --help says what it takes.";
    }

    private static string NoOption(ParseResult parsed, string token)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Options.Select(option => option.Name).Concat(Bare.Select(name => $"--{name}"));
        return $"There is no option {token}.{Nearest.Hint(token, known)} Settings are given as --Section:Key value.";
    }
}
