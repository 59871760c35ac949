namespace ChatChannels.Services.Verification;

/// <summary>What moves a challenge.</summary>
public enum ChallengeTrigger
{
    Right,
    Wrong,
    Lapse,
}
