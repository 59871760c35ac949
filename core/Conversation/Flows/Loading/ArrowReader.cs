namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads where a state leads: its <c>next</c>, or its <c>exits</c>.</summary>
internal sealed class ArrowReader(Source source)
{
    private readonly Source _source = source;
    private readonly ImmutableArray<Arrow>.Builder _found = ImmutableArray.CreateBuilder<Arrow>();

    public ImmutableArray<Arrow> Arrows => _found.ToImmutable();

    public void Next(string state, Node.Map map)
    {
        if (map.Find("next") is { } next)
            Add(state, Trigger.Next, next);
        else
            _source.Gap("no-way-out", map.Line, $"State '{state}' has no next.");
    }

    public void Exits(string state, Node.Map map)
    {
        if (map.Find("exits") is null)
            _source.Gap("no-way-out", map.Line, $"State '{state}' has no exits.");
        if (_source.OptionalMap(map, "exits") is not { } exits)
            return;
        if (map.Find("next") is { } next)
            _source.Report("next-and-exits", next.Line, $"State '{state}' has exits; its next would never be taken.");
        foreach (var exit in exits.Entries)
            Add(state, Trigger.Exit(exit.Key), exit);
    }

    public Condition? Condition(Node.Map map)
    {
        if (map.Find("when") is null)
            return Flows.Condition.Always.Instance;
        if (_source.OptionalText(map, "when") is not { } text)
            return null;
        var condition = ConditionText.Read(text);
        if (condition is null)
            _source.Gap("condition", map.Find("when")!.Line, $"'{text}' is not a condition.");
        return condition;
    }

    private void Add(string state, string trigger, Node.Entry target)
    {
        if (target.Value is Node.Scalar)
        {
            if (_source.Text(target.Value, target.Key) is { } only)
                _found.Add(new Arrow(state, trigger, Flows.Condition.Always.Instance, only, target.Value.Line));
            return;
        }

        var ways = _source.Maps(target.Value, target.Key);
        if (target.Value is Node.Items { All.IsEmpty: true })
            _source.Gap("no-way-out", target.Line, $"State '{state}' leads nowhere by {trigger}.");
        for (var i = 0; i < ways.Length; i++)
            AddWay(state, trigger, ways[i], isLast: i == ways.Length - 1);
    }

    private void AddWay(string state, string trigger, Node.Map way, bool isLast)
    {
        _source.Allow(way, "when", "go");
        var condition = Condition(way);
        if (_source.RequiredText(way, "go") is not { } target || condition is null)
            return;
        if (isLast && condition is not Flows.Condition.Always)
            _source.Report("no-default", way.Line, $"The last way out of '{state}' must have no condition, or some answers lead nowhere.");
        if (!isLast && condition is Flows.Condition.Always)
            _source.Report("shadowed-way", way.Line, $"A way out of '{state}' without a condition hides those behind it.");
        else if (!isLast && _found.Any(other => IsSame(other, state, trigger, condition)))
            _source.Report("same-condition", way.Line, $"'{condition}' stands twice at '{state}'; the second is never reached.");
        _found.Add(new Arrow(state, trigger, condition, target, way.Line));
    }
    private static bool IsSame(Arrow other, string state, string trigger, Condition condition) =>
        string.Equals(other.From, state, StringComparison.Ordinal)
        && string.Equals(other.Trigger, trigger, StringComparison.Ordinal)
        && string.Equals(other.When.ToString(), condition.ToString(), StringComparison.Ordinal);
}
