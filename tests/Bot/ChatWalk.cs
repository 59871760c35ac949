using System.Collections.Immutable;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Bot;

/// <summary>Goes every way through the services of a fund, as a chat has them, and notes where each comes to its end.</summary>
internal sealed class ChatWalk(Fund fund, Language language)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableDictionary<string, string> Typed = ImmutableDictionary<string, string>.Empty
        .Add("name", "Essai").Add("place", "Ville").Add("text", "Essai").Add("email", "aline@exemple.example").Add("yes-no", "1")
        .Add("code", "12345678").Add("case-number", Luhn.Append("123456789"));

    private readonly Surroundings _surroundings = new(Now, DateOnly.FromDateTime(Now.DateTime), fund.Languages);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Session> _ends = new(StringComparer.Ordinal);

    /// <summary>The sessions that ended, by flow and state.</summary>
    public IReadOnlyDictionary<string, Session> Ends()
    {
        var open = new Stack<Session>([Advance(Begin(), new Input.Dialled([], Known: language)).Session]);
        while (open.TryPop(out var session))
        {
            if (session.Life is Life.Ended)
                _ends.TryAdd($"{session.Top.Flow}.{session.Top.State}", session);
            else if (session.Life is Life.AtMenu or Life.InService && _seen.Add(Place(session)))
                Next(session).ForEach(open.Push);
        }

        return _ends;
    }

    public Prompt PromptOf(Session session) => ConversationEngine.PromptOf(session, fund, _surroundings);

    /// <summary>What the person sees after touching a button of a session's last screen.</summary>
    public Prompt Touch(Session session, Option button)
    {
        var stored = new StoredSession(session, "", "");
        var read = ChatReading.Of(stored, Heard.Touched(Heard.Button(session.Version, button.Key)), "id", language, Now);
        var next = read.Input is Input.Dialled ? Begin() : session;
        return Advance(next, read.Input).Effects.OfType<Effect.Show>().Single().Prompt;
    }

    private Session Begin() => new()
    {
        Key = new SessionKey(fund.Id, Channel.Web, "walk"),
        Address = new Address(Channel.Web, "walk"),
        Language = language,
        StartedAt = Now,
        LastAt = Now,
    };

    private Step Advance(Session session, Input input) => ConversationEngine.Advance(session, input, fund, _surroundings);

    /// <summary>The place, with what was chosen on the way: later arrows may depend on it.</summary>
    private string Place(Session session) => string.Join('|',
    [
        session.Life.ToString(),
        .. session.Frames.Select(frame => $"{frame.Flow}.{frame.State}"),
        .. session.Answers.Values.Where(answer => Decides(answer.Key)).Select(answer => $"{answer.Key}={answer.Value}"),
    ]);

    private bool Decides(string answer) => fund.CollectorOf(answer) is State.Attach or State.Choose { Search: false, Options.Items.Length: <= 5 };

    private List<Session> Next(Session session) =>
        [.. Inputs(session).SelectMany(input => Settle(Advance(session with { Repeated = RepeatedInput.None, Turns = 0 }, input)))];

    /// <summary>A step that asks a service action goes on by every exit of it.</summary>
    private IEnumerable<Session> Settle(Step step)
    {
        if (!step.Effects.OfType<Effect.Perform>().Any())
            return [step.Session];
        var call = (State.Do)StateOf(step.Session);
        var values = call.Brings.ToImmutableDictionary(name => name, ValueOf, StringComparer.Ordinal);
        return _seen.Add(Place(step.Session)) ? call.Exits.SelectMany(exit => Settle(Advance(step.Session, new Input.Outcome(exit, values)))) : [];
    }

    private IEnumerable<Input> Inputs(Session session)
    {
        if (session.Life is Life.AtMenu)
            return PromptOf(session).Options.Select(option => new Input.Said(option.Key));
        return StateOf(session) switch
        {
            State.Ask ask => [new Input.Said(TypedFor(ask)), new Input.Said(Keys.Skip)],
            State.Attach attach => [new Input.Sent("document", attach.Accepts[0].MediaType), .. PromptOf(session).Options.Select(option => new Input.Said(option.Key))],
            State.Tell => [new Input.Said(Keys.Next)],
            _ => PromptOf(session).Options.Take(6).Select(option => new Input.Said(option.Key)),
        };
    }

    private State StateOf(Session session) => fund.Newest(session.Top.Flow)[session.Top.State];

    private string TypedFor(State.Ask ask) => ask.Type.Name switch
    {
        "date" => ask.Settings.Flag("future") ? "30/06/2031" : "14/03/1990",
        "phone" => fund.Country switch { "CM" => "680000012", "TG" => "90123456", _ => "0612345678" },
        "number" or "money" => ask.Settings.TryGet("min", out var least) ? least : "100000",
        "rib" => ask.Type.Widest(ask.Settings, fund.AnswerContext(language, _surroundings.Today)),
        _ => ask.Settings.TryGet("example", out var example) ? example : Typed[ask.Type.Name],
    };

    private string ValueOf(string name) => fund.CollectorOf(name) switch
    {
        State.Ask ask => ask.Type.Widest(ask.Settings, fund.AnswerContext(language, _surroundings.Today)),
        State.Choose choose => choose.Options.Items[0].Value,
        _ => "1",
    };
}
