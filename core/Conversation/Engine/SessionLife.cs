using System.Diagnostics;
using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Conversation.Engine;

/// <summary>The life of every session, whatever its fund and flows.</summary>
public static class SessionLife
{
    private static readonly ImmutableArray<Life> Returnable = [Life.AtMenu, Life.OfferedResume, Life.Proving, Life.InService];

    public static readonly StateMachine<Life, LifeTrigger, Session, Effect> Machine =
        StateMachine<Life, LifeTrigger, Session, Effect>.Declare(Life.Fresh, Declare);

    /// <summary>The session in the life that a trigger leads to.</summary>
    /// <exception cref="UnreachableException">The machine does not permit it: the engine asked for what cannot be.</exception>
    public static Session Move(Session session, LifeTrigger trigger) =>
        Machine.Fire(session.Life, trigger, session) is Firing<Life, LifeTrigger, Effect>.Moved moved
            ? session with { Life = moved.Transition.To, ReturnTo = Machine.IsIn(moved.Transition.To, Life.Detour) ? ReturnPoint(session) : session.ReturnTo }
            : throw new UnreachableException($"A session in {session.Life} cannot {trigger}.");

    /// <summary>A detour from a detour leads back to where the first one was asked for.</summary>
    private static Life ReturnPoint(Session session) => Machine.IsIn(session.Life, Life.Detour) ? session.ReturnTo : session.Life;

    private static void Declare(StateMachineBuilder<Life, LifeTrigger, Session, Effect> life)
    {
        life.Configure(Life.Live)
            .Permit(LifeTrigger.End, Life.Ended)
            .Permit(LifeTrigger.Drop, Life.Dropped)
            .Permit(LifeTrigger.ShowMenu, Life.AtMenu)
            .Permit(LifeTrigger.AskLanguage, Life.ChoosingLanguage)
            .Permit(LifeTrigger.ShowHelp, Life.Helping)
            .Permit(LifeTrigger.OfferCallBack, Life.OfferedCallBack);

        life.Configure(Life.Fresh).SubstateOf(Life.Live)
            .Permit(LifeTrigger.OfferResume, Life.OfferedResume)
            .Permit(LifeTrigger.EnterService, Life.InService);
        life.Configure(Life.AtMenu).SubstateOf(Life.Live)
            .Permit(LifeTrigger.OfferResume, Life.OfferedResume)
            .Permit(LifeTrigger.EnterService, Life.InService);
        life.Configure(Life.OfferedResume).SubstateOf(Life.Live)
            .Permit(LifeTrigger.AskProof, Life.Proving)
            .Permit(LifeTrigger.EnterService, Life.InService);
        life.Configure(Life.Proving).SubstateOf(Life.Live)
            .Permit(LifeTrigger.EnterService, Life.InService);
        life.Configure(Life.InService).SubstateOf(Life.Live)
            .Permit(LifeTrigger.OfferWayOut, Life.OfferedWayOut)
            .Permit(LifeTrigger.ChooseChange, Life.ChoosingChange);

        DeclareDetours(life);
        life.Configure(Life.Ended);
        life.Configure(Life.Dropped);
    }

    private static void DeclareDetours(StateMachineBuilder<Life, LifeTrigger, Session, Effect> life)
    {
        var detour = life.Configure(Life.Detour).SubstateOf(Life.Live);
        foreach (var target in Returnable)
            detour.PermitIf(LifeTrigger.Return, target, session => session.ReturnTo == target, $"asked for in {target}");
        life.Configure(Life.ChoosingLanguage).SubstateOf(Life.Detour);
        life.Configure(Life.Helping).SubstateOf(Life.Detour).Permit(LifeTrigger.AwaitAgent, Life.AwaitingAgent);
        life.Configure(Life.AwaitingAgent).SubstateOf(Life.Detour).Permit(LifeTrigger.MeetAgent, Life.WithAgent);
        life.Configure(Life.WithAgent).SubstateOf(Life.Detour);
        life.Configure(Life.OfferedCallBack).SubstateOf(Life.Detour);
        life.Configure(Life.OfferedWayOut).SubstateOf(Life.Detour);
        life.Configure(Life.ChoosingChange).SubstateOf(Life.Detour);
    }
}
