namespace ChatChannels.Services.Verification;

/// <summary>The states of a challenge; all but the first are final.</summary>
public enum ChallengeState
{
    /// <summary>The code may be tried.</summary>
    Open,

    /// <summary>The right code was given.</summary>
    Used,

    /// <summary>It was tried as often as may be.</summary>
    Spent,

    /// <summary>Its time is over.</summary>
    Expired,
}
