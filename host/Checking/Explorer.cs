using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Flows.Loading;
using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Host.Checking;

/// <summary>Goes every way through a fund's flows: each branch of the conditions, each exit of an action, each part called.</summary>
internal sealed class Explorer(Fund fund, ServiceContract contract, SampleValues values)
{
    private readonly Dictionary<Flow, HashSet<string>> _reviewed = [];

    /// <summary>Every stand that a flow can come to, each once.</summary>
    public IReadOnlyList<Stand> From(Stand start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.Key };
        var found = new List<Stand> { start };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(Next(found[i]).Where(stand => seen.Add(stand.Key)));
        return found;
    }

    /// <summary>The stands that a stand leads to.</summary>
    public IEnumerable<Stand> Next(Stand stand) => stand.State switch
    {
        State.Collects collects => values.Of(collects, stand.Answers)
            .SelectMany(value => Leave(stand, collects is State.Choose { Exits: true } ? Trigger.Exit(value) : Trigger.Next, stand.Answers.With(collects.As, value))),
        State.Tell => Leave(stand, Trigger.Next, stand.Answers),
        State.Review review => review.Choices.SelectMany(choice => Leave(stand, Trigger.Exit(choice), stand.Answers.With(review.As, choice))),
        State.Do call => call.Exits.SelectMany(exit => Leave(stand, Trigger.Exit(exit), Outcome(stand, call, exit))),
        State.Call call => Call(stand, call),
        State.End end when stand.Frames.Length > 1 => Return(stand, end),
        _ => [],
    };

    private static IEnumerable<Stand> Leave(Stand stand, string trigger, AnswerSheet answers)
    {
        if (stand.Flow.Machine.Fire(stand.Top.State, trigger, answers) is Firing<string, string, Effect>.Moved moved)
            yield return stand.Enter(moved.Transition.To, answers);
    }

    private AnswerSheet Outcome(Stand stand, State.Do call, string exit) => stand.Answers
        .WithAll((contract.Action(call.Action)?.AddedBy(exit) ?? []).Select(name => KeyValuePair.Create(name, values.Of(name))))
        .WithAll(Kept(stand.Flow, call, exit));

    private IEnumerable<Stand> Call(Stand stand, State.Call call)
    {
        var flow = fund.Newest(call.Flow);
        var entry = call.At ?? flow.Start;
        var called = stand with { Frames = stand.Frames.Add(new Frame(flow.Name, flow.Version, entry, entry)) };
        return Before(flow, entry, stand.Answers).Select(answers => called.Enter(entry, answers));
    }

    /// <summary>A flow entered in its middle stands on answers from elsewhere: those that its own beginning would have collected.</summary>
    private IEnumerable<AnswerSheet> Before(Flow flow, string entry, AnswerSheet answers)
    {
        var isKnown = flow[flow.Start] is not State.Collects first || answers.IsSettled(first.As);
        return isKnown || string.Equals(entry, flow.Start, StringComparison.Ordinal)
            ? [answers]
            : From(Stand.At(fund, flow)).Where(stand => stand.State is State.End).Select(stand => stand.Answers.WithAll(answers.Values));
    }

    private IEnumerable<Stand> Return(Stand stand, State.End end)
    {
        var back = stand with { Frames = stand.Frames.RemoveAt(stand.Frames.Length - 1) };
        var call = (State.Call)back.State;
        var trigger = call.Exits.IsEmpty ? Trigger.Next : Trigger.Exit(end.Exit!);
        return Leave(back, trigger, stand.Answers.WithAll(Kept(back.Flow, call, end.Exit!)));
    }

    /// <summary>The exit a state was left by, where something behind depends on it: a condition that reads it, or a review that walks by it.</summary>
    private KeyValuePair<string, string>[] Kept(Flow flow, State state, string exit) =>
        values.Distinctions.Read(state.Name) || IsReviewedBehind(flow, state.Name) ? [KeyValuePair.Create(state.Name, exit)] : [];

    private bool IsReviewedBehind(Flow flow, string state)
    {
        if (!_reviewed.TryGetValue(flow, out var before))
            _reviewed[flow] = before = Before(flow);
        return before.Contains(state);
    }

    /// <summary>The states of a flow from which a review can be reached.</summary>
    private static HashSet<string> Before(Flow flow)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(flow.States.OfType<State.Review>().Select(review => review.Name));
        while (open.TryDequeue(out var name))
            if (found.Add(name))
                foreach (var way in flow.Arrows.Where(way => string.Equals(way.To, name, StringComparison.Ordinal)))
                    open.Enqueue(way.From);
        return found;
    }
}
