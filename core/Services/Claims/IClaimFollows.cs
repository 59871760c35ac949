using ChatChannels.Conversation;

namespace ChatChannels.Services.Claims;

/// <summary>Who wants to hear of claims. Wishes change only by a <see cref="Change"/>.</summary>
public interface IClaimFollows
{
    /// <summary>A person's wish; null where there is none.</summary>
    Task<ClaimFollow?> Find(FundId fund, string member, CancellationToken cancellation);

    /// <summary>Up to when the changes of a fund's claims were looked through; null before the first time.</summary>
    Task<DateTimeOffset?> SeenUntil(FundId fund, CancellationToken cancellation);

    /// <summary>Notes that the changes up to an instant were looked through.</summary>
    Task See(FundId fund, DateTimeOffset until, CancellationToken cancellation);
}
