using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatChannels.Host.Replay;

/// <summary>
/// Reads <c>.chat</c> files: <c>&gt;</c> the person, <c>&lt;</c> the exact screen, <c>!</c> facts and messages, <c>~</c> time,
/// <c>%</c> an agent, <c>#</c> comments. Every line must be understood.
/// </summary>
public static partial class ChatScriptReader
{
    /// <summary>In whichever unit; more is a slip of the pen.</summary>
    private const double LongestWait = 100_000;

    /// <summary>Reads one script.</summary>
    /// <exception cref="FormatException">A line cannot be understood, or the head is missing.</exception>
    public static ChatScript Read(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var head = lines.TakeWhile(line => line.Length == 0 || line[0] == '#').ToImmutableArray();
        var steps = ImmutableArray.CreateBuilder<ChatStep>();
        var gap = ImmutableArray.CreateBuilder<string>();
        for (var i = head.Length; i < lines.Length; i++)
        {
            var (sign, rest) = Split(lines[i]);
            if (sign is '#' or ' ')
                gap.Add(lines[i]);
            else if (sign is '>' or '~' or '%')
                steps.Add(new ChatStep(i + 1, Understand(name, i + 1, sign, rest), Take(gap)));
            else if (steps.Count == 0 || gap.Count > 0 || !(sign is '<' or '!'))
                throw Misread(name, i + 1, "a screen or an effect must stand right behind what it comes of");
            else
                steps[^1] = sign is '<' ? steps[^1] with { Screen = steps[^1].Screen.Add(rest) } : steps[^1] with { Effects = steps[^1].Effects.Add(rest) };
        }

        return new ChatScript(name, head, ReadSetting(name, head), steps.ToImmutable());
    }

    private static (char Sign, string Words) Split(string line) =>
        line.Length == 0 ? (' ', "") : (line[0], line.Length > 2 && line[1] == ' ' ? line[2..] : line[1..]);

    private static ImmutableArray<string> Take(ImmutableArray<string>.Builder gap)
    {
        var taken = gap.ToImmutable();
        gap.Clear();
        return taken;
    }

    private static Happening Understand(string name, int line, char sign, string rest)
    {
        if (sign is '~')
            return new Happening.TimePasses(ReadTime(name, line, rest));
        if (sign is '%')
            return UnderstandAgent(name, line, rest);
        return rest switch
        {
            "(again)" => new Happening.Again(),
            "(the code)" => new Happening.TypesCode(),
            "(a photo, by the link)" => new Happening.SendsByLink(),
            "(hang up)" => new Happening.HangsUp(),
            "(processing run)" => new Happening.Processing(),
            _ when rest.StartsWith("(sends ", StringComparison.Ordinal) => new Happening.Sends(rest["(sends ".Length..].TrimEnd(')')),
            _ when rest.StartsWith("(from +", StringComparison.Ordinal) => new Happening.ChangesPhone(rest["(from ".Length..].TrimEnd(')')),
            _ when Breaking().Match(rest) is { Success: true } match => new Happening.Breaks(match.Groups["action"].Value, match.Groups["fails"].Success, match.Groups["limited"].Success),
            ['(', .., ')'] => throw Misread(name, line, $"{rest} is nothing that can happen"),
            ['[', .. var key, ']'] => new Happening.Touches(key),
            _ when DialledCode().IsMatch(rest) => new Happening.Dials(rest),
            _ => new Happening.Types(rest),
        };
    }

    private static Happening UnderstandAgent(string name, int line, string rest) => rest switch
    {
        "signs in" => new Happening.AgentSignsIn(),
        "signs out" => new Happening.AgentSignsOut(),
        "takes" => new Happening.AgentTakes(),
        "returns" => new Happening.AgentReturns(),
        "nobody answers" => new Happening.NobodyAnswers(),
        _ when rest.StartsWith("says ", StringComparison.Ordinal) => new Happening.AgentSays(rest["says ".Length..]),
        _ => throw Misread(name, line, "an agent signs in or out, takes, says something, returns, or nobody answers"),
    };

    private static TimeSpan ReadTime(string name, int line, string text)
    {
        if (!double.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            || amount is not (>= 0 and <= LongestWait))
            throw Misread(name, line, "time is written 70s, 15m, 24h or 2d");
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMinutes(amount),
            'h' => TimeSpan.FromHours(amount),
            'd' => TimeSpan.FromDays(amount),
            _ => throw Misread(name, line, "time is written 70s, 15m, 24h or 2d"),
        };
    }

    private static ChatSetting ReadSetting(string name, ImmutableArray<string> head)
    {
        var match = head.Select(line => Setting().Match(line)).FirstOrDefault(match => match.Success)
            ?? throw Misread(name, 1, "the head must say # now <time> phone <number>");
        return new ChatSetting(
            DateTimeOffset.Parse(match.Groups["now"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            match.Groups["phone"].Value);
    }

    private static FormatException Misread(string name, int line, string why) => new($"{name}:{line}: {why}.");

    [GeneratedRegex(@"^\*\d+(\*\d+)*#$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DialledCode();

    [GeneratedRegex(@"^\((?<action>[a-z-]+) ((?<fails>fails)|(?<limited>is limited)|works)\)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Breaking();

    [GeneratedRegex(@"^# now (?<now>\S+) phone (?<phone>\+\d+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
