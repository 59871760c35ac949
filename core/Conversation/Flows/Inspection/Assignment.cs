using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>
/// For each state the answers that are there on every path to it, calls between flows included: a forward analysis whose
/// meet is the intersection. A state without an entry is reached by no path.
/// </summary>
internal sealed class Assignment
{
    private readonly FundDraft _fund;
    private readonly Dictionary<(string Flow, string State), ImmutableHashSet<string>> _at = [];
    private readonly Queue<(FlowDraft Flow, State State)> _open = [];

    private Assignment(FundDraft fund) => _fund = fund;

    public static Assignment Of(FundDraft fund)
    {
        var assignment = new Assignment(fund);
        foreach (var item in fund.Menu)
            if (fund.Newest(item.Text) is { } flow)
                assignment.Enter(flow, flow.Start, []);
        while (assignment._open.TryDequeue(out var next))
            assignment.Leave(next.Flow, next.State);
        return assignment;
    }

    /// <summary>The answers sure to be there when the state is entered, or null when no path enters it.</summary>
    public ImmutableHashSet<string>? At(FlowDraft flow, State state) => _at.GetValueOrDefault((flow.Name, state.Name));

    private void Enter(FlowDraft flow, string name, ImmutableHashSet<string> answers)
    {
        if (!flow.ByName.TryGetValue(name, out var state))
            return;
        var entered = answers.Except(state.Forget);
        var known = _at.GetValueOrDefault((flow.Name, name));
        var met = known is null ? entered : known.Intersect(entered);
        if (known is not null && known.SetEquals(met))
            return;
        _at[(flow.Name, name)] = met;
        _open.Enqueue((flow, state));
        if (state is State.End)
            Return(flow);
    }

    private void Leave(FlowDraft flow, State state)
    {
        var answers = _at[(flow.Name, state.Name)];
        if (state is State.Call call)
            LeaveCall(flow, call, answers);
        else
            foreach (var way in flow.From(state.Name))
                Enter(flow, way.To, With(state, way.Trigger, answers).Union(Sure(way.When)));
    }

    private ImmutableHashSet<string> With(State state, string trigger, ImmutableHashSet<string> answers) => state switch
    {
        State.Collects { Optional: false } collects => answers.Add(collects.As),
        State.Review review => answers.Add(review.As),
        State.Do call => answers.Add(call.Name).Union(AddedBy(call, trigger)),
        _ => answers,
    };

    /// <summary>The answers that must be there for a condition to hold.</summary>
    private static IEnumerable<string> Sure(Condition condition) => condition switch
    {
        Condition.Has has => [has.Answer],
        Condition.OneOf oneOf => [oneOf.Answer],
        Condition.All all => all.Parts.SelectMany(Sure),
        _ => [],
    };

    private ImmutableArray<string> AddedBy(State.Do call, string trigger) =>
        _fund.Contract.Action(call.Action)?.Exits.Where(exit => string.Equals(Trigger.Exit(exit), trigger, StringComparison.Ordinal)).ToList() is [var exit]
            ? _fund.Contract.Action(call.Action)!.AddedBy(exit)
            : [];

    private void LeaveCall(FlowDraft flow, State.Call call, ImmutableHashSet<string> answers)
    {
        if (_fund.Newest(call.Flow) is not { } called)
            return;
        Enter(called, call.At ?? called.Start, answers);
        foreach (var way in flow.From(call.Name))
            if (AtEnds(called, way.Trigger, call.At ?? called.Start) is { } atEnd)
                Enter(flow, way.To, answers.Union(atEnd));
    }

    /// <summary>What a called flow has surely collected where it ends by an exit, or null when it cannot yet.</summary>
    private ImmutableHashSet<string>? AtEnds(FlowDraft called, string trigger, string entry)
    {
        var reachable = Paths.From(called, entry);
        var ends = called.States.OfType<State.End>()
            .Where(end => reachable.Contains(end.Name) && (trigger is Trigger.Next || string.Equals(Trigger.Exit(end.Exit ?? ""), trigger, StringComparison.Ordinal)))
            .Select(end => At(called, end))
            .OfType<ImmutableHashSet<string>>()
            .ToList();
        return ends.Count == 0 ? null : ends.Aggregate((all, one) => all.Intersect(one));
    }

    /// <summary>A flow that ends lets its callers go on.</summary>
    private void Return(FlowDraft ended)
    {
        foreach (var flow in _fund.Flows)
            foreach (var call in flow.States.OfType<State.Call>())
                if (string.Equals(call.Flow, ended.Name, StringComparison.Ordinal) && At(flow, call) is not null)
                    _open.Enqueue((flow, call));
    }
}
