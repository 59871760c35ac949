using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Host.Checking;

/// <summary>One flow as a page: what it is, its diagram, and the parts that it calls.</summary>
internal static class FlowDiagram
{
    public static string Of(Fund fund, Flow flow)
    {
        var title = fund.Menu.Contains(flow.Name, StringComparer.Ordinal) ? "A service of the menu" : "A part that services call";
        var graph = MermaidGraph.Of(flow.Machine.Graph, new GraphLabels<string, string>(state => Label(flow[state]), Words));
        var calls = string.Concat(flow.States.OfType<State.Call>().Select(Link));
        return MarkdownPage.Of($"{fund.Id}: {flow.Name}", $"{title}, version {flow.Version}, from `funds/{Folder(fund, flow)}`.", graph, calls);
    }

    private static string Folder(Fund fund, Flow flow) =>
        flow.File.StartsWith("../", StringComparison.Ordinal) ? flow.File["../".Length..] : $"{fund.Id}/{flow.File}";

    private static string Label(State state) => $"{state.Name} ({Kind(state)}){(state.SavePoint ? " *" : "")}";

    private static string Kind(State state) => state switch
    {
        State.Ask ask => $"ask {ask.Type.Name}",
        State.Choose { Options.Items: { Length: > 5 } items } => $"choose of {items.Length}",
        State.Choose choose => $"choose {string.Join(", ", choose.Options.Items.Select(item => item.Value))}",
        State.Attach attach => $"attach {attach.Paper}",
        State.Review review => $"review, {string.Join(" or ", review.Choices)}",
        State.Tell { Notify: { } notify } => $"tell, send {notify.Template}",
        State.Tell => "tell",
        State.Do call => $"do {call.Action}",
        State.Call call => $"call {Target(call)}",
        State.End { Notify: { } notify } => $"end, send {notify.Template}",
        State.End { Exit: { } exit } => $"end by {exit}",
        _ => "end",
    };

    private static string Target(State.Call call) => call.At is { } at ? $"{call.Flow} at {at}" : call.Flow;

    private static string Link(State.Call call) => $"- `{call.Name}` runs [{Target(call)}]({call.Flow}.md)\n";

    private static string Words(string trigger) => trigger.StartsWith("exit ", StringComparison.Ordinal) ? trigger["exit ".Length..] : trigger;
}
