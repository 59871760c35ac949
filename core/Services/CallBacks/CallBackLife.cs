using ChatChannels.Conversation.StateMachines;
using ChatChannels.Services.Cases;

namespace ChatChannels.Services.CallBacks;

/// <summary>The life of a call-back: asked for, then closed by somebody of the fund, once.</summary>
public static class CallBackLife
{
    public static readonly StateMachine<CaseState, CaseTrigger, Case, Change> Machine =
        StateMachine<CaseState, CaseTrigger, Case, Change>.Declare(CaseState.AwaitingCall, life =>
        {
            life.Configure(CaseState.AwaitingCall).Permit(CaseTrigger.CloseCall, CaseState.CallClosed);
            life.Configure(CaseState.CallClosed);
        });

    /// <summary>The closed call-back, or null for one that is closed already, or is none.</summary>
    public static Case? Close(Case current, DateTimeOffset now) =>
        current.Kind is Case.CallBack
        && Machine.Fire(current.State, CaseTrigger.CloseCall, current) is Firing<CaseState, CaseTrigger, Change>.Moved moved
            ? current with { State = moved.Transition.To, Version = current.Version + 1, ChangedAt = now }
            : null;
}
