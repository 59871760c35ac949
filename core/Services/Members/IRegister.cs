using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Services.Claims;

namespace ChatChannels.Services.Members;

/// <summary>
/// The fund's register of insured persons. A register that is slow or down throws or is cancelled; nothing may be told then
/// but that it could not be asked.
/// </summary>
public interface IRegister
{
    /// <summary>Whether a member of this identity, or of this likeness, is already registered.</summary>
    Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation);

    /// <summary>The one person whom all facts of the query match; null for nobody and for more than one, at the same cost.</summary>
    Task<MemberRecord?> Find(FundId fund, MemberQuery query, CancellationToken cancellation);

    /// <summary>The person of a number; null for none.</summary>
    Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation);

    /// <summary>Whether a fact of a person is as said: compared where it is kept, and never told. An unknown person costs the same.</summary>
    /// <param name="fact">Its name and what was said of it.</param>
    Task<bool> Confirms(FundId fund, string number, KeyValuePair<string, string> fact, CancellationToken cancellation);

    /// <summary>A person's claims, newest first.</summary>
    Task<ImmutableArray<Claim>> Claims(FundId fund, string number, CancellationToken cancellation);

    /// <summary>Claims that changed at or after an instant, oldest change first; some may come twice, none is left out.</summary>
    Task<ImmutableArray<ClaimChange>> ClaimChanges(FundId fund, DateTimeOffset since, CancellationToken cancellation);
}
