using System.Globalization;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Engine;

/// <summary>Asking for an agent, waiting for one, and speaking with one while the bot is silent.</summary>
internal static class AgentTurn
{
    private const string Ask = "agent";

    /// <summary>What the person writes to an agent is cut behind so many UTF-16 units.</summary>
    private const int LongestWords = 4000;

    /// <summary>Offered with the help, where the fund has agents and the channel can bring their words.</summary>
    public static ImmutableArray<Option> Options(StepBuilder step) =>
        step.Fund.Agents is not null && step.Surroundings.BringsAnswers ? Choosing.Number([(Ask, step.Text(CommonTexts.AgentsAsk))]) : [];

    public static void Choose(StepBuilder step, string typed)
    {
        if (Choosing.Among(Options(step), typed) is null)
            Commands.Return(step);
        else
            Count(step);
    }

    /// <summary>Whether, and behind how many, agents can be spoken to now.</summary>
    public static void Found(StepBuilder step, Input.Outcome found)
    {
        if (step.Session.Agent is { } agent)
        {
            if (found.Exit is Effect.Perform.AgentsOpen)
                step.Change(session => session with { Agent = agent with { Ahead = Ahead(found), Until = found.Values[Effect.Perform.Until] } });
        }
        else if (found.Exit is Effect.Perform.AgentsOpen)
        {
            Wait(step, new AgentStand(found.Values[Effect.Perform.HandOverId], Patience(step), Ahead(found), found.Values[Effect.Perform.Until]));
        }
        else if (found.Exit is Input.Outcome.Unavailable)
        {
            step.Notice = step.Text(CommonTexts.Busy);
        }
        else
        {
            step.Notice = Refusal(step, found);
            step.Move(LifeTrigger.OfferCallBack);
        }
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
        step.Change(session => session with { Agent = agent with { IsTold = true } });
        Count(step);
    }

    /// <summary>The person came back, or touched what had left the screen.</summary>
    public static void Look(StepBuilder step)
    {
        step.IsSilent = step.Session.Life is Life.WithAgent;
        if (step.Session.Life is Life.AwaitingAgent)
            Count(step);
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
        Emit(step, HandOverTrigger.Say, replied.Text);
        step.Notice = step.Text(CommonTexts.AgentsSay, ("words", replied.Text));
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

    /// <summary>The person's place among those who wait.</summary>
    public static string Place(StepBuilder step, AgentStand agent)
    {
        var place = step.Text(CommonTexts.AgentsWaiting, ("ahead", agent.Ahead.ToString(CultureInfo.InvariantCulture)), ("until", agent.Until));
        return agent.IsTold ? $"{step.Text(CommonTexts.AgentsKept)}\n{place}" : place;
    }

    /// <summary>The key that leads back, by a name of its own.</summary>
    public static Option BackKey(StepBuilder step) => new(Keys.Menu, Keys.Menu, step.Text(CommonTexts.AgentsBack));

    private static void Count(StepBuilder step) => step.Perform(new Effect.Perform(
        Effect.Perform.FindAgents,
        "",
        step.Session.Agent is { } agent ? AnswerSheet.None.With(Effect.Perform.HandOverId, agent.Id) : AnswerSheet.None));

    private static int Ahead(Input.Outcome found) => int.Parse(found.Values[Effect.Perform.Ahead], CultureInfo.InvariantCulture);

    private static void Wait(StepBuilder step, AgentStand agent)
    {
        step.Change(session => session with { Agent = agent });
        step.Move(LifeTrigger.AwaitAgent);
        Emit(step, HandOverTrigger.Ask);
        step.Audit("agent-asked", CallBack.Place(step));
    }

    private static string Refusal(StepBuilder step, Input.Outcome found)
    {
        if (found.Exit is not Effect.Perform.AgentsClosed)
            return step.Text(CommonTexts.AgentsFull);
        if (!found.Values.TryGetValue(Effect.Perform.Day, out var on))
            return step.Text(CommonTexts.AgentsAway);
        var day = DateOnly.ParseExact(on, "O", CultureInfo.InvariantCulture);
        return step.Text(
            CommonTexts.AgentsClosed,
            ("day", step.Text(CommonTexts.Weekday(Weekdays.Name(day.DayOfWeek)))),
            ("date", DateFormat.Show(day, step.Session.Language)),
            ("from", found.Values[Effect.Perform.From]),
            ("until", found.Values[Effect.Perform.Until]));
    }

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
