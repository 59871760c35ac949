using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Engine;

/// <summary>With the agents: what is said, by whom, and how it ends; the bot is silent meanwhile.</summary>
internal static class AgentTurn
{
    /// <summary>What the person writes to an agent is cut behind so many UTF-16 units.</summary>
    private const int LongestWords = 4000;

    /// <summary>The person begins to wait.</summary>
    public static void Begin(StepBuilder step, Input.Outcome found, int ahead)
    {
        var stand = new AgentStand(found.Values[Effect.Perform.HandOverId], Patience(step), ahead, found.Values[Effect.Perform.Until]);
        step.Change(session => session with { Agent = stand });
        step.Move(LifeTrigger.AwaitAgent);
        step.Emit(new Effect.HandOver(HandOverTrigger.Ask, stand.Id, stand.Due) { Origin = found.Values.GetValueOrDefault(Effect.Perform.Origin) });
        step.Audit("agent-asked", CallBack.Place(step));
    }

    /// <summary>The person wrote, while waiting or to an agent: only the key of the menu is still the bot's.</summary>
    public static void Hear(StepBuilder step, AgentStand agent, string text)
    {
        var typed = InputCleaning.Clean(text, LongestWords);
        if (typed is Keys.Menu)
        {
            Back(step, CommonTexts.AgentsLeft);
            return;
        }

        if (step.Session.Life is Life.WithAgent && Patience(step) < agent.Due)
            Await(step, Patience(step));
        Emit(step, HandOverTrigger.Write, typed);
        step.IsSilent = step.Session.Life is Life.WithAgent || agent.IsTold;
        if (step.IsSilent)
            return;
        step.Change(session => session with { Agent = session.Agent! with { IsTold = true } });
        AgentQueue.Count(step);
    }

    public static void Take(StepBuilder step, Input.AgentTook took)
    {
        Await(step, Patience(step));
        Emit(step, HandOverTrigger.Take, agent: took.Agent);
        step.Audit("agent-took", took.Agent);
        step.Move(LifeTrigger.MeetAgent);
    }

    public static void Say(StepBuilder step, Input.AgentReplied replied)
    {
        Await(step, step.Surroundings.Now + SessionLimits.Lifetime);
        var words = WellFormed.Of(replied.Text);
        Emit(step, HandOverTrigger.Say, words);
        step.Notice = step.Text(CommonTexts.AgentsSay, ("words", words));
    }

    public static void Return(StepBuilder step)
    {
        Over(step, HandOverTrigger.Return, "agent-returned");
        Back(step, CommonTexts.AgentsReturned);
    }

    /// <summary>Nobody answered in time: a call-back instead.</summary>
    public static void Miss(StepBuilder step)
    {
        Over(step, HandOverTrigger.Expire, "agent-missed");
        step.Notice = step.Text(CommonTexts.AgentsLate);
        step.Move(LifeTrigger.OfferCallBack);
    }

    /// <summary>Whoever went elsewhere, by whichever way, is no longer with the agents.</summary>
    public static void Settle(StepBuilder step)
    {
        if (step.Session is { Agent: not null, Life: not (Life.AwaitingAgent or Life.WithAgent) })
            Over(step, HandOverTrigger.Leave, "agent-left");
    }

    /// <summary>The key that leads back, by a name of its own.</summary>
    public static Option BackKey(StepBuilder step) => new(Keys.Menu, Keys.Menu, step.Text(CommonTexts.AgentsBack));

    private static void Over(StepBuilder step, HandOverTrigger trigger, string fact)
    {
        Emit(step, trigger);
        step.Audit(fact, CallBack.Place(step));
        step.Change(session => session with { Agent = null });
    }

    /// <summary>To the screen where it was left, in the flow of today.</summary>
    private static void Back(StepBuilder step, string notice)
    {
        Commands.Return(step);
        step.Notice = step.Text(notice);
        Renewal.Apply(step);
    }

    /// <summary>When an answer that is owed from now on is late.</summary>
    private static DateTimeOffset Patience(StepBuilder step) => step.Surroundings.Now + TimeSpan.FromMinutes(step.Fund.Agents?.Minutes ?? 0);

    private static void Await(StepBuilder step, DateTimeOffset due) => step.Change(session => session with { Agent = session.Agent! with { Due = due } });

    private static void Emit(StepBuilder step, HandOverTrigger trigger, string? words = null, string? agent = null) =>
        step.Emit(new Effect.HandOver(trigger, step.Session.Agent!.Id, step.Session.Agent.Due) { Words = words, Agent = agent });
}
