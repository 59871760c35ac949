namespace ChatChannels.Services.Verification;

/// <summary>What came of asking for allowances.</summary>
public enum Allowed
{
    Granted,

    /// <summary>A silent one was gone beyond: nobody must notice that nothing is done.</summary>
    Muted,

    /// <summary>One was gone beyond.</summary>
    Refused,
}
