using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Services.HandOvers;

/// <summary>The life of a hand-over: from the bot to who waits, to an agent, and back. Whatever ends it, the bot speaks again.</summary>
public static class HandOverLife
{
    public static readonly StateMachine<HandOverState, HandOverTrigger, HandOver, Change> Machine =
        StateMachine<HandOverState, HandOverTrigger, HandOver, Change>.Declare(HandOverState.Bot, life =>
        {
            life.Configure(HandOverState.Bot)
                .Permit(HandOverTrigger.Ask, HandOverState.Waiting);
            life.Configure(HandOverState.Waiting)
                .Permit(HandOverTrigger.Take, HandOverState.Agent)
                .PermitReentry(HandOverTrigger.Write)
                .Permit(HandOverTrigger.Leave, HandOverState.Left)
                .Permit(HandOverTrigger.Expire, HandOverState.Expired);
            life.Configure(HandOverState.Agent)
                .PermitReentry(HandOverTrigger.Write)
                .PermitReentry(HandOverTrigger.Say)
                .Permit(HandOverTrigger.Return, HandOverState.Returned)
                .Permit(HandOverTrigger.Leave, HandOverState.Left)
                .Permit(HandOverTrigger.Expire, HandOverState.Expired);
            life.Configure(HandOverState.Returned);
            life.Configure(HandOverState.Left);
            life.Configure(HandOverState.Expired);
        });

    /// <summary>The next version of a hand-over, or null when the trigger is not permitted.</summary>
    public static HandOver? Move(HandOver current, HandOverTrigger trigger, DateTimeOffset now)
    {
        if (Machine.Fire(current.State, trigger, current) is not Firing<HandOverState, HandOverTrigger, Change>.Moved moved)
            return null;
        var to = moved.Transition.To;
        return current with
        {
            State = to,
            Version = current.Version + 1,
            TakenAt = trigger is HandOverTrigger.Take ? now : current.TakenAt,
            EndedAt = to is HandOverState.Waiting or HandOverState.Agent ? null : now,
        };
    }
}
