using System.Globalization;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>No choice and no number can be typed that a stable key would take for itself.</summary>
internal static class KeyCheck
{
    public static IEnumerable<Defect> Find(FlowDraft flow) => flow.States.SelectMany(state => state switch
    {
        State.Choose { Search: false } choose => Length(flow, choose),
        State.Ask { Type.Name: "number" or "money" } ask => Range(flow, ask),
        _ => [],
    });

    private static IEnumerable<Defect> Length(FlowDraft flow, State.Choose choose)
    {
        var most = choose.Within is null ? choose.Options.Items.Length : choose.Options.Items.GroupBy(item => item.Within ?? "", StringComparer.Ordinal).Max(part => part.Count());
        if (most > Keys.HighestChoice)
            yield return flow.Defect("list-too-long", choose.Line, $"'{choose.Name}' has {most} options; from {Keys.HighestChoice + 1} on the numbers are keys. Let it be searched.");
    }

    private static IEnumerable<Defect> Range(FlowDraft flow, State.Ask ask)
    {
        if (ask.Type.CheckSettings(ask.Settings).Count > 0)
            yield break;
        var min = ask.Settings.Number("min") ?? 0;
        var max = ask.Settings.Number("max") ?? long.MaxValue;
        foreach (var key in Keys.All.Where(key => key.Length == 1 || key[0] != '0'))
        {
            var number = long.Parse(key, CultureInfo.InvariantCulture);
            if (min <= number && number <= max)
            {
                yield return flow.Defect("key-collision", ask.Line, $"'{ask.Name}' accepts {key}, which is a key. Narrow min and max.");
                yield break;
            }
        }
    }
}
