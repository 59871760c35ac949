namespace ChatChannels.Services.Cases;

/// <summary>The states of a case. CaseLife declares how it moves between them.</summary>
public enum CaseState
{
    /// <summary>Filed, and changeable by case number and secret code (CNPS-22: enregistré).</summary>
    Registered,

    /// <summary>The person has said yes to the data shown; the next processing run takes it (CNPS-22: validé).</summary>
    Validated,

    /// <summary>Validated, but papers are still to come; then the next processing run takes it.</summary>
    AwaitingPapers,

    /// <summary>Processed: a registration number was given. Frozen.</summary>
    NumberGiven,

    /// <summary>Processed: the person was told what to complete. Frozen.</summary>
    ToComplete,

    /// <summary>Not validated in time; kept for the record. Frozen.</summary>
    Lapsed,

    /// <summary>A call-back waits for an agent.</summary>
    AwaitingCall,

    /// <summary>A call-back is done, or was given up.</summary>
    CallClosed,
}
