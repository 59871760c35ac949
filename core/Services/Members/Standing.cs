namespace ChatChannels.Services.Members;

/// <summary>How somebody stands with a fund (TNS-4).</summary>
public enum Standing
{
    /// <summary>Insured, with a registration number.</summary>
    Registered,

    /// <summary>Known to be liable, and not registered yet.</summary>
    NotRegistered,

    /// <summary>Cannot be registered; the record says why.</summary>
    NotEligible,
}
