using ChatChannels.Conversation;

namespace ChatChannels.Services.Cases;

/// <summary>Where cases are looked up. They are changed only by a <see cref="Change"/> in the transaction of a turn or a run.</summary>
public interface ICaseFile
{
    Task<Case?> Find(FundId fund, CaseNumber number, CancellationToken cancellation);

    /// <summary>
    /// The fund a case was filed with, for links, which name the case alone; null for an unknown number, and for a call-back, which has no
    /// page: nobody shall learn of one by guessing numbers.
    /// </summary>
    Task<FundId?> FundOf(CaseNumber number, CancellationToken cancellation);

    /// <summary>The open case of one identity, if any.</summary>
    Task<Case?> FindOpen(FundId fund, string kind, string identity, CancellationToken cancellation);

    /// <summary>Numbers of the cases in a state, those longest in it first.</summary>
    /// <param name="before">Only cases last changed before this instant.</param>
    Task<IReadOnlyList<CaseNumber>> InState(FundId fund, CaseState state, DateTimeOffset before, int limit, CancellationToken cancellation);
}
