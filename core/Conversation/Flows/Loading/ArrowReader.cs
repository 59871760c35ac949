namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads where a state leads: its <c>next</c>, or its <c>exits</c>.</summary>
internal sealed class ArrowReader(Source source)
{
    private readonly ImmutableArray<Arrow>.Builder _found = ImmutableArray.CreateBuilder<Arrow>();

    public ImmutableArray<Arrow> Arrows => _found.ToImmutable();

    public void Next(string state, Node.Map map)
    {
        if (map.Find("next") is { } next)
            Add(state, Trigger.Next, next.Value);
        else
            source.Report("no-way-out", map.Line, $"State '{state}' has no next.");
    }

    public void Exits(string state, Node.Map map)
    {
        if (map.Find("exits") is not { Value: Node.Map exits })
        {
            source.Report("no-way-out", map.Line, $"State '{state}' has no exits.");
            return;
        }

        if (map.Find("next") is { } next)
            source.Report("next-and-exits", next.Line, $"State '{state}' has exits; its next would never be taken.");
        foreach (var exit in exits.Entries)
            Add(state, Trigger.Exit(exit.Key), exit.Value);
    }

    public Condition? Condition(Node.Map map)
    {
        if (source.OptionalText(map, "when") is not { } text)
            return Flows.Condition.Always.Instance;
        var condition = ConditionText.Read(text);
        if (condition is null)
            source.Report("condition", map.Find("when")!.Line, $"'{text}' is not a condition.");
        return condition;
    }

    private void Add(string state, string trigger, Node target)
    {
        if (target is Node.Scalar only)
        {
            _found.Add(new Arrow(state, trigger, Flows.Condition.Always.Instance, only.Text, only.Line));
            return;
        }

        var ways = source.Maps(target, "next");
        for (var i = 0; i < ways.Length; i++)
            AddWay(state, trigger, ways[i], isLast: i == ways.Length - 1);
    }

    private void AddWay(string state, string trigger, Node.Map way, bool isLast)
    {
        source.Allow(way, "when", "go");
        var condition = Condition(way);
        if (source.RequiredText(way, "go") is not { } target || condition is null)
            return;
        if (isLast && condition is not Flows.Condition.Always)
            source.Report("no-default", way.Line, $"The last way out of '{state}' must have no condition, or some answers lead nowhere.");
        if (!isLast && condition is Flows.Condition.Always)
            source.Report("shadowed-way", way.Line, $"A way out of '{state}' without a condition hides those behind it.");
        _found.Add(new Arrow(state, trigger, condition, target, way.Line));
    }
}
