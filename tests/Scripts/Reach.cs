using System.Collections.Immutable;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Scripts;

/// <summary>What a script reaches, read off the sessions that were committed and the effects that were written.</summary>
internal sealed class Reach(ReplayHost service, string language)
{
    private readonly ImmutableHashSet<string>.Builder _found = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly FundDirectory _funds = service.Services.GetRequiredService<FundDirectory>();
    private int _seen;
    private Session? _last;

    public ImmutableHashSet<string> Found => _found.ToImmutable();

    /// <summary>Notes one step that was played.</summary>
    public void Note(ChatStep step)
    {
        if (step.Happens is Happening.Types types && _last is { } asked)
            NoteFailure(asked, types.Text);
        foreach (var effect in step.Effects.Select(effect => effect.Split(' ')))
            _found.Add(effect[0] is "audit" ? Words.Fact(language, effect[1]) : Words.Message(language, effect[1], effect[0]));
        var sessions = service.Store.Sessions;
        foreach (var session in sessions.Skip(_seen))
            NoteSession(session);
        _seen = sessions.Count;
        _last = sessions.Count > 0 ? sessions[^1] : null;
    }

    private void NoteFailure(Session asked, string typed)
    {
        var fund = FundOf(asked);
        if (asked.Life is not Life.InService || Keys.All.Contains(typed, StringComparer.Ordinal) || fund.Newest(asked.Top.Flow)[asked.Top.State] is not State.Ask ask)
            return;
        var context = fund.AnswerContext(asked.Language, TurnDecider.Today(fund, service.Clock.GetUtcNow()));
        if (ask.Type.Read(typed, ask.Settings, context) is AnswerReading.Rejected rejected)
            _found.Add(Words.Failure(asked.Language.Code, rejected.Failure.Code));
    }

    private void NoteSession(Session session)
    {
        var (fund, code) = (FundOf(session), session.Language.Code);
        _found.Add(Words.Life(code, session.Life));
        if (session.Frames.IsEmpty)
            return;
        if (session.Life is Life.InService or Life.Ended)
            _found.Add(Words.State(fund.Id, code, session.Top.Flow, session.Top.State));
        foreach (var flow in session.Frames.SelectMany(frame => WithCalled(fund, fund.Newest(frame.Flow))))
            NotePassed(fund, code, flow, session.Answers);
    }

    /// <summary>Calls and service actions leave their exit behind, as an answer of their name.</summary>
    private void NotePassed(Fund fund, string code, Flow flow, AnswerSheet answers)
    {
        foreach (var state in flow.States)
        {
            if (state is not (State.Do or State.Call) || answers[state.Name] is not { } exit)
                continue;
            _found.Add(Words.State(fund.Id, code, flow.Name, state.Name));
            if (state is State.Do)
                _found.Add(Words.Exit(fund.Id, code, flow.Name, state.Name, exit));
            else if (state is State.Call call)
                _found.UnionWith(EndsBy(fund, call, exit).Select(end => Words.State(fund.Id, code, call.Flow, end.Name)));
        }
    }

    private static IEnumerable<State.End> EndsBy(Fund fund, State.Call call, string exit) =>
        fund.Newest(call.Flow).States.OfType<State.End>().Where(end => string.Equals(end.Exit, exit, StringComparison.Ordinal));

    private static IEnumerable<Flow> WithCalled(Fund fund, Flow flow) =>
        [flow, .. flow.States.OfType<State.Call>().SelectMany(call => WithCalled(fund, fund.Newest(call.Flow)))];

    private Fund FundOf(Session session) => _funds.Find(session.Key.Fund)!;
}
