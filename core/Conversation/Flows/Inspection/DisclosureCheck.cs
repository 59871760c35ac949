using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>
/// No path reaches an action that discloses without an exit on it that proves. Every path is gone, calls between flows and earlier
/// versions included, whatever the conditions on it say: so it holds for all answers.
/// </summary>
internal sealed class DisclosureCheck
{
    private readonly FundDraft _fund;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<Walked> _open = [];
    private readonly Dictionary<(string File, string State), Defect> _found = [];

    private DisclosureCheck(FundDraft fund) => _fund = fund;

    public static IEnumerable<Defect> Find(FundDraft fund)
    {
        var check = new DisclosureCheck(fund);
        foreach (var flow in fund.Menu.SelectMany(item => check.Versions(item.Text)))
            check.Enter(new Walked([], Proof.None, "the menu"), flow, flow.Start);
        while (check._open.TryDequeue(out var walked))
            check.Leave(walked);
        return check._found.Values;
    }

    private IEnumerable<FlowDraft> Versions(string name) => _fund.Flows.Where(flow => string.Equals(flow.Name, name, StringComparison.Ordinal));

    private void Enter(Walked below, FlowDraft flow, string name)
    {
        var state = flow.ByName[name];
        var forgets = state.Forget.Any(answer => answer is ProofAnswers.Member or ProofAnswers.Proven);
        var entered = new Walked(below.Stack.Add((flow, state)), forgets ? Proof.None : below.Proof, $"{below.Way} > {name}");
        if (_seen.Add(entered.Key))
            _open.Enqueue(entered);
    }

    private void Leave(Walked walked)
    {
        var (flow, state) = walked.Stack[^1];
        var below = walked with { Stack = walked.Stack.RemoveAt(walked.Stack.Length - 1) };
        switch (state)
        {
            case State.Do call:
                Do(walked, below, call);
                break;
            case State.Call call:
                foreach (var called in Versions(call.Flow).Where(called => called.ByName.ContainsKey(call.At ?? called.Start)))
                    Enter(walked, called, call.At ?? called.Start);
                break;
            case State.End { Exit: { } exit } when !below.Stack.IsEmpty:
                Return(below, exit);
                break;
            default:
                foreach (var way in flow.From(state.Name))
                    Enter(below, flow, way.To);
                break;
        }
    }

    private void Do(Walked walked, Walked below, State.Do call)
    {
        var (flow, _) = walked.Stack[^1];
        var action = _fund.Contract.Action(call.Action)!;
        if (action.RequiredWith(call.With) > walked.Proof)
            _found.TryAdd((flow.File, call.Name), flow.Defect("unproven-disclosure", call.Line, $"'{call.Action}' needs a proof of possession, which this path lacks: {walked.Way}."));
        foreach (var way in flow.From(call.Name))
        {
            var exit = action.Exits.FirstOrDefault(exit => string.Equals(Trigger.Exit(exit), way.Trigger, StringComparison.Ordinal)) ?? Input.Outcome.Unavailable;
            Enter(below with { Proof = action.ProofBehind(exit, call.With, walked.Proof) }, flow, way.To);
        }
    }

    private void Return(Walked ended, string exit)
    {
        var (flow, state) = ended.Stack[^1];
        var trigger = FlowPath.ReturnTrigger((State.Call)state, exit);
        foreach (var way in flow.From(state.Name).Where(way => string.Equals(way.Trigger, trigger, StringComparison.Ordinal)))
            Enter(ended with { Stack = ended.Stack.RemoveAt(ended.Stack.Length - 1) }, flow, way.To);
    }

    /// <summary>A place on a path: the flows in progress with the state of each, what is proven there, and how it was come by.</summary>
    private sealed record Walked(ImmutableArray<(FlowDraft Flow, State State)> Stack, Proof Proof, string Way)
    {
        public string Key => $"{string.Join(' ', Stack.Select(frame => $"{frame.Flow.File}:{frame.State.Name}"))} {Proof}";
    }
}
