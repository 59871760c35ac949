using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Host.Checking;

/// <summary>A place that a session of a fund can come to: the flows in progress, and what was answered so far.</summary>
internal sealed record Stand(Fund Fund, ImmutableArray<Frame> Frames, AnswerSheet Answers)
{
    public Frame Top => Frames[^1];

    public Flow Flow => Fund.TryFind(Top.Flow, Top.Version, out var flow) ? flow : throw new InvalidOperationException($"No flow {Top.Flow}.");

    public State State => Flow[Top.State];

    /// <summary>The place without the answers: where in which flows.</summary>
    public string Position => string.Join(' ', Frames.Select(frame => $"{frame.Flow}.{frame.Version}.{frame.State}"));

    public string Key => $"{Position} {string.Join(' ', Answers.Values.Select(answer => $"{answer.Key}={answer.Value}"))}";

    /// <summary>Whether the person sees this state, rather than passing through it.</summary>
    public bool IsShown => State switch
    {
        State.Collects collects => !Answers.IsSettled(collects.As) && !collects.Derive.Any(derivation => derivation.Holds(Answers, () => true)),
        State.Tell or State.Review => true,
        State.End => Frames.Length == 1,
        _ => false,
    };

    /// <summary>The beginning of a flow.</summary>
    public static Stand At(Fund fund, Flow flow) => new(fund, [new Frame(flow.Name, flow.Version, flow.Start, flow.Start)], AnswerSheet.None);

    /// <summary>The same flows, entering another state of the running one.</summary>
    public Stand Enter(string state, AnswerSheet answers) =>
        new(Fund, Frames.SetItem(Frames.Length - 1, Top with { State = state }), answers.Without(Flow[state].Forget));

    public Session AsSession(SampleValues values, Life life, Life returnTo = Life.Fresh) => new()
    {
        Key = new SessionKey(Fund.Id, values.Channel, "check"),
        Address = new Address(values.Channel, values.Caller, Proof.Possessed),
        Language = values.Language,
        Life = life,
        ReturnTo = returnTo,
        Frames = Frames,
        Answers = Answers,
        StartedAt = CheckTime.Now,
        LastAt = CheckTime.Now,
    };
}
