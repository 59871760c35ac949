using System.Collections.Immutable;
using System.Text;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.StateMachines;
using ChatChannels.Services.CallBacks;
using ChatChannels.Services.Cases;
using ChatChannels.Services.HandOvers;
using ChatChannels.Services.Verification;

namespace ChatChannels.Host.Checking;

/// <summary>All generated diagrams, by their path below <c>docs/flows</c>; the same machines give the same bytes.</summary>
internal sealed class Diagrams(IEnumerable<Fund> funds)
{
    public ImmutableSortedDictionary<string, string> Files { get; } = Draw([.. funds.OrderBy(fund => fund.Id.Value, StringComparer.Ordinal)]);

    public void Write(string folder)
    {
        foreach (var stale in Unwanted(folder))
            File.Delete(Path.Combine(folder, stale));
        foreach (var (file, text) in Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), text);
        }
    }

    /// <summary>The files that differ, are not there, or are of machines that are gone.</summary>
    public IReadOnlyList<string> Stale(string folder) =>
    [
        .. Files.Where(file => !IsSame(Path.Combine(folder, file.Key), file.Value)).Select(file => file.Key),
        .. Unwanted(folder),
    ];

    private static bool IsSame(string path, string text) =>
        File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text));

    /// <summary>Drawings of machines that are gone.</summary>
    private List<string> Unwanted(string folder) => !Directory.Exists(folder) ? [] : [.. Directory
        .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Where(file => !Files.ContainsKey(file))
        .Order(StringComparer.Ordinal)];

    private static ImmutableSortedDictionary<string, string> Draw(IReadOnlyList<Fund> funds)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        files["session.md"] = MarkdownPage.Of("The life of a session", "Every session of every fund, whatever its flows; declared in `SessionLife`.", Graph(SessionLife.Machine.Graph));
        files["case.md"] = MarkdownPage.Of("The life of a case", "From filing to the last message; declared in `CaseLife`.", Graph(CaseLife.Machine.Graph));
        files["call-back.md"] = MarkdownPage.Of("The life of a call-back", "From the request until somebody of the fund closes it; declared in `CallBackLife`.", Graph(CallBackLife.Machine.Graph));
        files["challenge.md"] = MarkdownPage.Of("The life of a code", "From sending to its one use; declared in `ChallengeLife`.", Graph(ChallengeLife.Machine.Graph));
        files["hand-over.md"] = MarkdownPage.Of("The life of a hand-over", "From the bot to an agent and back; declared in `HandOverLife`.", Graph(HandOverLife.Machine.Graph));
        foreach (var fund in funds)
            foreach (var flow in Newest(fund))
                files[$"{fund.Id}/{flow.Name}.md"] = FlowDiagram.Of(fund, flow);
        files["README.md"] = Contents(funds);
        return files.ToImmutable();
    }

    private static string Contents(IReadOnlyList<Fund> funds)
    {
        var text = new StringBuilder("# Diagrams\n\n")
            .Append("Generated from the loaded machines by `dotnet run --project host -- diagram`; a test fails where they differ. A star marks a save point.\n\n")
            .Append("- [The life of a session](session.md)\n- [The life of a case](case.md)\n- [The life of a call-back](call-back.md)\n- [The life of a code](challenge.md)\n- [The life of a hand-over](hand-over.md)\n");
        foreach (var fund in funds)
        {
            text.Append("\n## ").Append(fund.Id.Value).Append("\n\n");
            foreach (var flow in Newest(fund))
                text.Append("- [").Append(flow.Name).Append("](").Append(fund.Id.Value).Append('/').Append(flow.Name).Append(".md)\n");
        }

        return text.ToString();
    }

    private static IEnumerable<Flow> Newest(Fund fund) =>
        fund.Flows.Where(flow => fund.Newest(flow.Name) == flow).OrderBy(flow => flow.Name, StringComparer.Ordinal);

    private static string Graph<TState, TTrigger>(MachineGraph<TState, TTrigger> graph)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        MermaidGraph.Of(graph, new GraphLabels<TState, TTrigger>(state => Words(state.ToString()), trigger => Words(trigger.ToString())));

    /// <summary><c>AwaitingCall</c> as <c>awaiting call</c>.</summary>
    private static string Words(string name) => string.Concat(name.Select((letter, i) =>
        !char.IsUpper(letter) ? letter.ToString() : i == 0 ? char.ToLowerInvariant(letter).ToString() : $" {char.ToLowerInvariant(letter)}"));
}
