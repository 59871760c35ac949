using System.Collections.Immutable;

namespace ChatChannels.Driver.Walks;

/// <summary>
/// One conversation as every caller has it, in the notation of the project's scripts: <c>&gt;</c> what is typed, the dial
/// first, and <c>&lt;</c> the whole screen that must come. <c>{name}</c> is a value of the caller's own; one that nobody
/// types is read from the screen where it is first shown, and must be the same ever after.
/// </summary>
public sealed class Walk
{
    private readonly ImmutableArray<Func<Chance, string>?> _makers;

    private Walk(string serviceCode, ImmutableArray<Hop> hops, IReadOnlyList<string> names)
    {
        ServiceCode = serviceCode;
        Hops = hops;
        Names = [.. names];
        _makers = [.. names.Select(Answers.Maker)];
    }

    /// <summary>The first eight hops of a pre-registration in French.</summary>
    public static Walk First8 { get; } = Embedded("first-8.chat");

    /// <summary>The first eight messages of a pre-registration in a chat, in French.</summary>
    public static Walk Messages8 { get; } = Embedded("messages-8.chat");

    /// <summary>A whole pre-registration in French, to the validated case; learns <c>case-number</c> and <c>secret-code</c>.</summary>
    public static Walk Whole { get; } = Embedded("whole.chat");

    /// <summary>Eight hops of a bare registration menu, as the peers serve it.</summary>
    public static Walk Menu { get; } = Embedded("menu.chat");

    /// <summary>The same menu in a chat.</summary>
    public static Walk MenuMessages { get; } = Embedded("menu-messages.chat");

    /// <summary>What is dialled.</summary>
    public string ServiceCode { get; }

    /// <summary>Number of requests in a session.</summary>
    public int Length => Hops.Length;

    /// <summary>The values that a caller has.</summary>
    public ImmutableArray<string> Names { get; }

    internal ImmutableArray<Hop> Hops { get; }

    /// <summary>Reads a walk.</summary>
    /// <exception cref="FormatException">It is not of the notation.</exception>
    public static Walk Parse(string script)
    {
        var names = new List<string>();
        var hops = ImmutableArray.CreateBuilder<Hop>();
        var lines = script.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToArray();
        for (var i = 0; i < lines.Length;)
        {
            var typed = Behind("> ", lines[i++]);
            var screen = lines.Skip(i).TakeWhile(line => line[0] == '<').Select(line => Behind("< ", line)).ToArray();
            i += screen.Length;
            hops.Add(new Hop(Template.Parse(typed, names), Template.Parse(string.Join('\n', screen), names)));
        }

        return new Walk(Behind("> ", lines[0]), hops.ToImmutable(), names);
    }

    /// <summary>The same typing to a server that always shows the same.</summary>
    public Walk Expecting(string reply) =>
        new(ServiceCode, [.. Hops.Select(hop => hop with { Expected = Template.Parse(reply, []) })], Names);

    /// <summary>The same walk, broken off after so many requests.</summary>
    public Walk First(int hops) => new(ServiceCode, Hops[..hops], Names);

    /// <summary>The number of a value by its name, or -1.</summary>
    public int IndexOf(string name) => Names.IndexOf(name);

    internal string?[] MakeAnswers(Chance chance) => [.. _makers.Select(make => make?.Invoke(chance))];

    private static string Behind(string mark, string line) => line.StartsWith(mark, StringComparison.Ordinal)
        ? line[mark.Length..]
        : throw new FormatException($"'{mark}' was expected: {line}");

    private static Walk Embedded(string name)
    {
        using var stream = typeof(Walk).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
