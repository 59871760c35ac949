using System.Globalization;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Engine;

/// <summary>Asking for an agent, and waiting for one: whether agents are there, and how many wait before.</summary>
internal static class AgentQueue
{
    private const string Ask = "agent";

    /// <summary>Offered with the help, while agents of the fund are there and the channel can bring their words.</summary>
    public static ImmutableArray<Option> Options(StepBuilder step) =>
        step.Fund.Agents is not null && step.Surroundings.ReachesAgents ? Choosing.Number([(Ask, step.Text(CommonTexts.AgentsAsk))]) : [];

    public static void Choose(StepBuilder step, string typed)
    {
        var offered = Options(step);
        if (Choosing.Among(offered, typed) is not null || (!offered.IsEmpty && step.Fund.Words.Exactly(typed, step.Session.Language)?.Name is WordBook.Agent))
            Count(step);
        else if (!WordTurn.Obey(step, typed))
            Commands.Return(step);
    }

    /// <summary>Whether, and behind how many, agents can be spoken to now.</summary>
    public static void Found(StepBuilder step, Input.Outcome found)
    {
        if (step.Session.Agent is { } agent)
        {
            if (found.Exit is Effect.Perform.AgentsOpen)
                step.Change(session => session with { Agent = agent with { Ahead = Ahead(found), Until = found.Values[Effect.Perform.Until] } });
            else if (found.Exit is Effect.Perform.AgentsAway)
                AgentTurn.Miss(step);
        }
        else if (found.Exit is Effect.Perform.AgentsOpen)
        {
            AgentTurn.Begin(step, found, Ahead(found));
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

    /// <summary>The person came back, or touched what had left the screen.</summary>
    public static void Look(StepBuilder step)
    {
        step.IsSilent = step.Session.Life is Life.WithAgent;
        if (step.Session.Life is Life.AwaitingAgent)
            Count(step);
    }

    /// <summary>The person's place among those who wait.</summary>
    public static string Place(StepBuilder step, AgentStand agent)
    {
        var place = step.Text(CommonTexts.AgentsWaiting, ("ahead", agent.Ahead.ToString(CultureInfo.InvariantCulture)), ("until", agent.Until));
        return agent.IsTold ? $"{step.Text(CommonTexts.AgentsKept)}\n{place}" : place;
    }

    /// <summary>Asks how many wait before.</summary>
    public static void Count(StepBuilder step) => step.Perform(new Effect.Perform(
        Effect.Perform.FindAgents,
        "",
        step.Session.Agent is { } agent ? AnswerSheet.None.With(Effect.Perform.HandOverId, agent.Id) : AnswerSheet.None));

    private static int Ahead(Input.Outcome found) => int.Parse(found.Values[Effect.Perform.Ahead], CultureInfo.InvariantCulture);

    private static string Refusal(StepBuilder step, Input.Outcome found)
    {
        if (found.Exit is Effect.Perform.AgentsFull)
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
}
