using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Conversation.Engine;

/// <summary>The states that the answers so far lead through, in order: what a review shows and where going back leads.</summary>
public static class FlowPath
{
    /// <summary>Walks from a state along the answers; ends before the first state that is not settled, or at <paramref name="until"/>.</summary>
    public static ImmutableArray<State> Walk(Flow flow, string from, AnswerSheet answers, string? until = null)
    {
        var path = ImmutableArray.CreateBuilder<State>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var name = from;
        while (!string.Equals(name, until, StringComparison.Ordinal) && seen.Add(name))
        {
            var state = flow[name];
            path.Add(state);
            if (TriggerOf(state, answers) is not { } trigger
                || flow.Machine.Fire(name, trigger, answers) is not Firing<string, string, Effect>.Moved moved)
                break;
            name = moved.Transition.To;
        }

        return path.ToImmutable();
    }

    /// <summary>What is collected on the path from the flow's start, as far as a review shows it and offers it for change.</summary>
    public static ImmutableArray<State.Collects> Reviewed(Flow flow, AnswerSheet answers) =>
        [.. Walk(flow, flow.Start, answers).OfType<State.Collects>().Where(state => state.InReview)];

    /// <summary>How the answers leave a state, or null when it is not settled.</summary>
    public static string? TriggerOf(State state, AnswerSheet answers) => state switch
    {
        State.Collects collects when !answers.IsSettled(collects.As) => null,
        State.Choose { Exits: true } choose => Trigger.Exit(answers[choose.As]!),
        State.Collects or State.Tell => Trigger.Next,
        State.Review review => answers[review.As] is { } chosen ? Trigger.Exit(chosen) : null,
        State.Do call => answers[call.Name] is { } exit ? Trigger.Exit(exit) : null,
        State.Call call => answers[call.Name] is { } exit ? ReturnTrigger(call, exit) : null,
        _ => null,
    };

    public static string ReturnTrigger(State.Call call, string exit) => call.Exits.IsEmpty ? Trigger.Next : Trigger.Exit(exit);

    /// <summary>Whether an answer given earlier still answers the question, so that it need not be asked twice.</summary>
    public static bool StillValid(State.Collects state, AnswerSheet answers, AnswerContext context) => answers[state.As] switch
    {
        null => false,
        "" => state.Optional,
        var canonical => state switch
        {
            State.Choose choose => choose.Among(answers).Any(item => string.Equals(item.Value, canonical, StringComparison.Ordinal)),
            State.Ask ask => ask.Type.Read(ask.Type.Show(canonical, ask.Settings, context), ask.Settings, context) is AnswerReading.Accepted,
            State.Attach attach => attach.Values.Contains(canonical, StringComparer.Ordinal),
            _ => false,
        },
    };
}
