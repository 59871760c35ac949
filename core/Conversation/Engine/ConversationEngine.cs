using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Engine;

/// <summary>
/// Decides one turn. Pure: no input or output, no clock, no chance; the same session, input, fund and surroundings give
/// the same step, and the session passed in stays as it was.
/// </summary>
public static class ConversationEngine
{
    public static Step Advance(Session session, Input input, Fund fund, Surroundings surroundings)
    {
        var step = new StepBuilder(session, fund, surroundings);
        var renewed = session.Agent is null && Renewal.Apply(step);
        if (input.IsPersons)
            step.Change(current => current with { LastAt = surroundings.Now, Turns = current.Turns + 1 });
        if (!renewed)
            Handle(step, input);
        AgentTurn.Settle(step);
        if (!step.Waits && !step.IsSilent && input is not (Input.HungUp or Input.TimedOut))
            Show(step);
        return step.Build();
    }

    /// <summary>The screen of a session as it stands, with nothing happening: what a renderer measures and a redial shows.</summary>
    public static Prompt PromptOf(Session session, Fund fund, Surroundings surroundings) =>
        Prompts.Of(new StepBuilder(session, fund, surroundings));

    private static void Handle(StepBuilder step, Input input)
    {
        switch (input)
        {
            case Input.Dialled dialled:
                Opening.Answer(step, dialled);
                break;
            case Input.Said said:
                Hear(step, said);
                break;
            case Input.Sent sent:
                Attaching.Take(step, sent);
                break;
            case Input.Outcome outcome when step.Session.Life is Life.OfferedCallBack:
                CallBack.Requested(step, outcome);
                break;
            case Input.Outcome outcome when step.Session.Life is Life.Helping or Life.AwaitingAgent:
                AgentQueue.Found(step, outcome);
                break;
            case Input.Outcome outcome:
                ServiceTurn.Continue(step, outcome);
                break;
            case Input.Looked:
                AgentQueue.Look(step);
                break;
            case Input.AgentTook or Input.AgentReplied or Input.AgentReturned or Input.AgentMissed:
                Heed(step, input);
                break;
            default:
                Leaving.Drop(step);
                break;
        }
    }

    private static void Hear(StepBuilder step, Input.Said said)
    {
        var typed = InputCleaning.Clean(said.Text);
        if (RunawayGuard.Stops(step, typed))
            return;
        if (step.Session.Agent is { } agent)
            AgentTurn.Hear(step, agent, said.Text);
        else if (!Commands.Obey(step, typed))
            Understand(step, typed);
    }

    /// <summary>What comes from the agents; to whom it cannot come, nothing happens.</summary>
    private static void Heed(StepBuilder step, Input input)
    {
        switch (input)
        {
            case Input.AgentTook took when step.Session.Life is Life.AwaitingAgent:
                AgentTurn.Take(step, took);
                break;
            case Input.AgentReplied replied when step.Session.Life is Life.WithAgent:
                AgentTurn.Say(step, replied);
                break;
            case Input.AgentReturned when step.Session.Life is Life.WithAgent:
                AgentTurn.Return(step);
                break;
            case Input.AgentMissed when step.Session.Agent is not null:
                AgentTurn.Miss(step);
                break;
            default:
                step.IsSilent = true;
                break;
        }
    }

    private static void Understand(StepBuilder step, string typed)
    {
        switch (step.Session.Life)
        {
            case Life.ChoosingLanguage:
                LanguageTurn.Choose(step, typed);
                break;
            case Life.AtMenu:
                MenuTurn.Choose(step, typed);
                break;
            case Life.OfferedResume:
                ResumeTurn.Choose(step, typed);
                break;
            case Life.Proving:
                ResumeTurn.Prove(step, typed);
                break;
            case Life.InService:
                ServiceTurn.Answer(step, typed);
                break;
            case Life.OfferedWayOut:
                WayOut.Choose(step, typed);
                break;
            case Life.OfferedCallBack:
                CallBack.Choose(step, typed);
                break;
            case Life.ChoosingChange:
                ChangeTurn.Choose(step, typed);
                break;
            case Life.Helping:
                AgentQueue.Choose(step, typed);
                break;
            default:
                step.Notice = null;
                break;
        }
    }

    private static void Show(StepBuilder step)
    {
        var prompt = Prompts.Of(step);
        step.Emit(new Effect.Show(prompt));
        if (prompt.Ends)
            step.Emit(new Effect.EndSession());
    }
}
