using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Services.Cases;

/// <summary>
/// The life of a case (CNPS-16, CNPS-22): changed and validated as often as wanted until the processing run takes it,
/// frozen after.
/// </summary>
public static class CaseLife
{
    public static readonly StateMachine<CaseState, CaseTrigger, Case, Change> Machine =
        StateMachine<CaseState, CaseTrigger, Case, Change>.Declare(CaseState.Registered, life =>
        {
            life.Configure(CaseState.Registered)
                .Permit(CaseTrigger.Validate, CaseState.Validated)
                .PermitReentry(CaseTrigger.Keep)
                .Permit(CaseTrigger.Lapse, CaseState.Lapsed);
            life.Configure(CaseState.Validated)
                .PermitReentry(CaseTrigger.Validate)
                .Permit(CaseTrigger.Keep, CaseState.Registered)
                .Permit(CaseTrigger.GiveNumber, CaseState.NumberGiven)
                .Permit(CaseTrigger.AskToComplete, CaseState.ToComplete);
            life.Configure(CaseState.NumberGiven);
            life.Configure(CaseState.ToComplete);
            life.Configure(CaseState.Lapsed);
        });

    /// <summary>The next version of a case, or null when the trigger is not permitted: the case is frozen.</summary>
    public static Case? Move(Case current, CaseTrigger trigger, DateTimeOffset now) =>
        Machine.Fire(current.State, trigger, current) is Firing<CaseState, CaseTrigger, Change>.Moved moved
            ? current with { State = moved.Transition.To, Version = current.Version + 1, ChangedAt = now }
            : null;
}
