using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Services.Cases;

/// <summary>
/// The life of a case (CNPS-16, CNPS-22): changed and validated as often as wanted until the processing run takes it, which waits for the papers that are to come,
/// frozen after.
/// </summary>
public static class CaseLife
{
    public static readonly StateMachine<CaseState, CaseTrigger, Case, Change> Machine =
        StateMachine<CaseState, CaseTrigger, Case, Change>.Declare(CaseState.Registered, life =>
        {
            life.Configure(CaseState.Registered)
                .PermitIf(CaseTrigger.Validate, CaseState.AwaitingPapers, Awaits, "papers are awaited")
                .Permit(CaseTrigger.Validate, CaseState.Validated)
                .PermitReentry(CaseTrigger.AddPaper)
                .PermitReentry(CaseTrigger.Keep)
                .Permit(CaseTrigger.Lapse, CaseState.Lapsed);
            life.Configure(CaseState.AwaitingPapers)
                .PermitReentryIf(CaseTrigger.Validate, Awaits, "papers are awaited")
                .Permit(CaseTrigger.Validate, CaseState.Validated)
                .PermitReentryIf(CaseTrigger.AddPaper, Awaits, "papers are awaited")
                .Permit(CaseTrigger.AddPaper, CaseState.Validated)
                .Permit(CaseTrigger.Keep, CaseState.Registered)
                .Permit(CaseTrigger.AskToComplete, CaseState.ToComplete);
            life.Configure(CaseState.Validated)
                .PermitIf(CaseTrigger.Validate, CaseState.AwaitingPapers, Awaits, "papers are awaited")
                .PermitReentry(CaseTrigger.Validate)
                .PermitIf(CaseTrigger.AddPaper, CaseState.AwaitingPapers, Awaits, "papers are awaited")
                .PermitReentry(CaseTrigger.AddPaper)
                .Permit(CaseTrigger.Keep, CaseState.Registered)
                .Permit(CaseTrigger.GiveNumber, CaseState.NumberGiven)
                .Permit(CaseTrigger.AskToComplete, CaseState.ToComplete);
            life.Configure(CaseState.NumberGiven);
            life.Configure(CaseState.ToComplete);
            life.Configure(CaseState.Lapsed);
        });

    private static bool Awaits(Case current) => !current.Awaits.IsEmpty;

    /// <summary>The next version of a case, or null when the trigger is not permitted: the case is frozen.</summary>
    public static Case? Move(Case current, CaseTrigger trigger, DateTimeOffset now) =>
        Machine.Fire(current.State, trigger, current) is Firing<CaseState, CaseTrigger, Change>.Moved moved
            ? current with { State = moved.Transition.To, Version = current.Version + 1, ChangedAt = now }
            : null;
}
