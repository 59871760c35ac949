using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>
/// A proof ends with the call it was given in. What was left behind one comes back as it was before it: without anything that proving
/// or disclosing actions brought, and at the state that proves, to be gone through anew with the person's own answers kept.
/// </summary>
internal static class ProofRewind
{
    public static HeldStand Rewind(Fund fund, HeldStand held) => !held.Answers.Has(ProofAnswers.Proven) ? held : held with
    {
        Frames = Before(fund, held),
        Answers = held.Answers.Without(held.Answers.Values.Keys.Where(Guarded(fund).Contains)),
        Changing = null,
        Page = 0,
    };

    /// <summary>The flows on whose path the person was proven, at the state that did; the start of the service if a new version has none.</summary>
    private static ImmutableArray<Frame> Before(Fund fund, HeldStand held)
    {
        foreach (var (i, frame) in held.Frames.Index())
        {
            if (!fund.TryFind(frame.Flow, frame.Version, out var flow))
                break;
            var path = FlowPath.Walk(flow, frame.Entry, held.Answers, until: frame.State).Add(flow[frame.State]);
            if (path.FirstOrDefault(state => Proves(fund, state)) is { } proving)
                return Into(fund, [.. held.Frames.Take(i), frame with { State = proving.Name }], proving, held.Answers);
        }

        var service = fund.Newest(held.Frames[0].Flow);
        return [new Frame(service.Name, service.Version, service.Start, service.Start)];
    }

    /// <summary>Into the flows that a state calls, as far as the answers lead to what proves: what was answered before it is not gone through again.</summary>
    private static ImmutableArray<Frame> Into(Fund fund, ImmutableArray<Frame> frames, State proving, AnswerSheet answers)
    {
        if (proving is not State.Call call)
            return frames;
        var flow = fund.Newest(call.Flow);
        var entry = call.At ?? flow.Start;
        return FlowPath.Walk(flow, entry, answers).FirstOrDefault(state => Proves(fund, state)) is { } inner
            ? Into(fund, frames.Add(new Frame(flow.Name, flow.Version, entry, inner.Name)), inner, answers)
            : frames;
    }

    /// <summary>Whether a state can prove the person: by itself, or by the flow it calls.</summary>
    private static bool Proves(Fund fund, State state) => state switch
    {
        State.Do call => call.Trust is Trust.Proves,
        State.Call call => fund.Newest(call.Flow).States.Any(inner => Proves(fund, inner)),
        _ => false,
    };

    /// <summary>Every answer that a proving or disclosing action gives, in any language, and the exits they were left by.</summary>
    private static ImmutableHashSet<string> Guarded(Fund fund) =>
    [
        .. from flow in fund.Flows
           from call in flow.States.OfType<State.Do>()
           where call.Trust is not Trust.None
           from name in call.Brings.Append(call.Name)
           from worded in fund.Languages.Select(language => $"{name}.{language}").Append(name)
           select worded,
    ];
}
