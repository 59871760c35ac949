namespace ChatChannels.Services.Cases;

/// <summary>What moves a case.</summary>
public enum CaseTrigger
{
    /// <summary>The person looked and said yes.</summary>
    Validate,

    /// <summary>The person looked, perhaps changed something, and did not say yes.</summary>
    Keep,

    /// <summary>A paper has come, or how it will come was settled anew.</summary>
    AddPaper,

    /// <summary>The processing run found nothing against it.</summary>
    GiveNumber,

    /// <summary>The processing run found something to complete.</summary>
    AskToComplete,

    /// <summary>The time to validate has passed.</summary>
    Lapse,

    /// <summary>Somebody of the fund called, or gave the call up.</summary>
    CloseCall,
}
