using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>
/// Goes every way that a fund's flows offer, through the engine itself: each choice, each exit of each action, back, menu, and the line
/// lost and dialled again at every screen. Two persons can be located, or nobody; what actions disclose is marked.
/// </summary>
internal sealed class ProofModel(Fund fund)
{
    private const string Disclosed = "DISCLOSED";

    /// <summary>Nothing typed: the line is lost, and the person dials again.</summary>
    private const string LineLost = "(line lost)";
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<Session> _open = [];
    private readonly Surroundings _surroundings = new(Now, DateOnly.FromDateTime(Now.DateTime), fund.Languages);

    /// <summary>The answers that conditions read.</summary>
    private readonly HashSet<string> _read =
    [
        .. fund.Flows.SelectMany(flow => flow.Arrows).SelectMany(way => way.When.Reads),
        .. fund.Flows.SelectMany(flow => flow.States).OfType<State.Collects>().SelectMany(state => state.Derive).SelectMany(derived => derived.When.Reads),
    ];

    /// <summary>The answers of flows that prove.</summary>
    private readonly HashSet<string> _proving =
    [
        .. fund.Flows.Where(flow => flow.States.OfType<State.Do>().Any(call => call.Trust is Trust.Proves))
            .SelectMany(flow => flow.States).OfType<State.Collects>().Select(state => state.As),
    ];

    /// <summary>How many places were come to.</summary>
    public int Places => _seen.Count;

    /// <summary>How often something was asked for that needs a proof.</summary>
    public int Asked { get; private set; }

    /// <summary>How often a person came back to something that had been proven.</summary>
    public int Rewound { get; private set; }

    /// <summary>What must never be, a sentence each.</summary>
    public HashSet<string> Faults { get; } = new(StringComparer.Ordinal);

    public ProofModel Explore()
    {
        Dial(null);
        while (_open.TryDequeue(out var session))
            foreach (var typed in Inputs(session))
                Say(session, typed);
        return this;
    }

    private void Dial(Session? earlier)
    {
        var session = new Session
        {
            Key = new SessionKey(fund.Id, Channel.Ussd, "model"),
            Address = new Address(Channel.Ussd, "+212600000001"),
            Language = fund.Languages[0],
            StartedAt = Now,
            LastAt = Now,
        };
        if (earlier?.Answers.Has(ProofAnswers.Proven) == true)
            Rewound++;
        Advance(session, new Input.Dialled([], earlier, fund.Languages[0]));
    }

    private void Say(Session session, string typed)
    {
        if (typed is LineLost)
            Dial(session);
        else
            Advance(session, new Input.Said(typed));
    }

    private void Advance(Session session, Input input)
    {
        var step = ConversationEngine.Advance(session with { Turns = 0, Repeated = RepeatedInput.None }, input, fund, _surroundings);
        if (step.Effects.OfType<Effect.Perform>().FirstOrDefault() is { } perform)
        {
            foreach (var outcome in Outcomes(perform))
                Advance(step.Session, outcome);
            return;
        }

        if (input is Input.Dialled && step.Session.Held is { } held && (held.Answers.Has(ProofAnswers.Proven) || held.Answers.Values.ContainsValue(Disclosed)))
            Faults.Add($"{held.Frames[0].Flow} is taken up again with its proof, or with what it disclosed.");
        foreach (var shown in step.Effects.OfType<Effect.Show>())
            if (shown.Prompt.Text.Contains(Disclosed, StringComparison.Ordinal) && !ProofAnswers.IsProven(step.Session.Answers))
                Faults.Add($"{Place(step.Session)} shows what was disclosed to somebody who is not proven.");
        if (step.Session.Life is not (Life.Ended or Life.Dropped) && _seen.Add(Key(step.Session)))
            _open.Enqueue(step.Session);
    }

    private IEnumerable<Input.Outcome> Outcomes(Effect.Perform perform)
    {
        var action = Funds.Contract.Action(perform.Action)!;
        var discloses = action.RequiredWith(perform.With) > Proof.Located;
        if (discloses)
            Asked++;
        if (discloses && !ProofAnswers.IsProven(perform.Answers))
            Faults.Add($"{perform.Service} asks {perform.Action} without a proof.");
        foreach (var exit in action.Exits.Add(Input.Outcome.Unavailable))
        {
            var proves = action.ProofBehind(exit, perform.With, Proof.None) > Proof.Located;
            var member = perform.Answers[ProofAnswers.Member] ?? "";
            if (proves && member.Length == 0)
                continue;
            var values = action.AddedBy(exit).ToImmutableDictionary(name => name, _ => discloses ? Disclosed : "12345678", StringComparer.Ordinal);
            if (values.ContainsKey(ProofAnswers.Proven))
                values = values.SetItem(ProofAnswers.Proven, proves ? member : "");
            if (!values.ContainsKey(ProofAnswers.Member))
                yield return new Input.Outcome(exit, values);
            else
                foreach (var located in new[] { member is "one" ? "other" : "one", "" })
                    yield return new Input.Outcome(exit, values.SetItem(ProofAnswers.Member, located));
        }
    }

    /// <summary>What a person can do at a screen.</summary>
    private IEnumerable<string> Inputs(Session session) => session.Life switch
    {
        Life.AtMenu => Services(session),
        Life.OfferedResume => ["1"],
        Life.Proving => [Repeated(session)],
        Life.InService => [.. Answers(session, StateOf(session)), Keys.Back, Keys.Menu, LineLost],
        Life.ChoosingLanguage => ["1"],
        _ => [Keys.Back],
    };

    /// <summary>Every service, or the one that was left.</summary>
    private IEnumerable<string> Services(Session session) => fund.Menu.Index()
        .Where(service => session.Held is not { } held || string.Equals(held.Frames[0].Flow, service.Item, StringComparison.Ordinal))
        .Select(service => (service.Index + 1).ToString(CultureInfo.InvariantCulture));

    private ImmutableArray<string> Answers(Session session, State state) => state switch
    {
        State.Ask ask => [Answer(ask), .. ask.Optional ? new[] { Keys.Skip } : []],
        State.Choose { Exits: true } choose => Numbers(choose.Options.Items.Length),
        State.Choose { Search: true } => ["1"],
        State.Choose choose => [Numbers(choose.Among(session.Answers).Length)[0], Numbers(choose.Among(session.Answers).Length)[^1]],
        State.Review review => Numbers(review.Choices.Length),
        _ => ["1"],
    };

    /// <summary>The widest answer, or a day that any question for a day of the past accepts.</summary>
    private string Answer(State.Ask ask)
    {
        var widest = ask.Type.Show(ask.Type.Widest(ask.Settings, Context), ask.Settings, Context);
        return ask.Type.Read(widest, ask.Settings, Context) is AnswerReading.Accepted ? widest : "25/12/1990";
    }

    private string Repeated(Session session)
    {
        var name = session.Held!.Frames.SelectMany(frame => fund.Newest(frame.Flow).ProveBy).First(session.Held.Answers.Has);
        return fund.ShowAnswer(name, session.Held.Answers[name]!, Context);
    }

    private State StateOf(Session session) => fund.TryFind(session.Top.Flow, session.Top.Version, out var flow) ? flow[session.Top.State] : throw new InvalidOperationException();

    private AnswerContext Context => fund.AnswerContext(fund.Languages[0], _surroundings.Today);

    private static ImmutableArray<string> Numbers(int count) => [.. Enumerable.Range(1, count).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private static string Place(Session session) => string.Join(' ', session.Frames.Select(frame => $"{frame.Flow}.{frame.State}"));

    private string Key(Session session) =>
        $"{session.Life} {session.ReturnTo} {Place(session)} {session.Changing} {Known(session.Answers)} | {session.Held?.Own} {Held(session.Held)}";

    private string Held(HeldStand? held) =>
        held is null ? "" : $"{string.Join(' ', held.Frames.Select(frame => $"{frame.Flow}.{frame.State}"))} {Known(held.Answers)}";

    /// <summary>What decides where it goes on: whether somebody is located and proven, what conditions read, what is settled where proofs are asked.</summary>
    private string Known(AnswerSheet answers)
    {
        var decisive = answers.Values.Where(answer => _read.Contains(answer.Key)).Select(answer => $"{answer.Key}={answer.Value}")
            .Concat(_proving.Where(answers.IsSettled));
        return $"{answers.Has(ProofAnswers.Member)} {answers.Has(ProofAnswers.Proven)} {ProofAnswers.IsProven(answers)} {string.Join(' ', decisive)}";
    }
}
