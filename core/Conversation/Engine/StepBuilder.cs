using System.Diagnostics;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>One step in the making: the session as it changes, the effects as they are decided, and what to say first on the screen.</summary>
internal sealed class StepBuilder(Session session, Fund fund, Surroundings surroundings)
{
    private readonly ImmutableArray<Effect>.Builder _effects = ImmutableArray.CreateBuilder<Effect>();

    public Session Session { get; private set; } = session;

    public Fund Fund => fund;

    public Surroundings Surroundings => surroundings;

    /// <summary>What stands first on the screen: what was wrong, or what happened.</summary>
    public string? Notice { get; set; }

    /// <summary>What may help beside it, where there is room.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether a service action was asked; nothing is shown before its outcome.</summary>
    public bool Waits { get; private set; }

    /// <summary>Whether the bot says nothing: what was typed is for somebody else.</summary>
    public bool IsSilent { get; set; }

    public Flow Flow => FlowOf(Session.Top);

    public State State => Flow[Session.Top.State];

    public AnswerContext AnswerContext => Fund.AnswerContext(Session.Language, surroundings.Today);

    public void Change(Func<Session, Session> change) => Session = change(Session);

    public void Move(LifeTrigger trigger) => Session = SessionLife.Move(Session, trigger);

    public void Emit(Effect effect) => _effects.Add(effect);

    public void Perform(Effect.Perform perform)
    {
        Emit(perform);
        Waits = true;
    }

    public void Audit(string fact, string about) => Emit(new Effect.Audit(fact, about));

    /// <summary>A text in the session's language, filled with answers and given values.</summary>
    public string Text(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        new Wording(Fund, Session, surroundings.Today).Text(key, values);

    public Flow FlowOf(Frame frame) =>
        Fund.TryFind(frame.Flow, frame.Version, out var flow) ? flow : throw new UnreachableException($"Flow {frame.Flow} v{frame.Version} is gone.");

    public Step Build() => new(Session, _effects.ToImmutable());
}
