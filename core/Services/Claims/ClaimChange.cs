namespace ChatChannels.Services.Claims;

/// <summary>A claim as it stands since a change.</summary>
/// <param name="Member">The registration number of the person whose claim it is. Personal.</param>
public sealed record ClaimChange(string Member, Claim Claim, DateTimeOffset At)
{
    public override string ToString() => $"ClaimChange {{ *** {Claim.State} }}";
}
