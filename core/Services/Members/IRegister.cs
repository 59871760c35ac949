using ChatChannels.Conversation;

namespace ChatChannels.Services.Members;

/// <summary>The fund's register of insured persons.</summary>
public interface IRegister
{
    /// <summary>Whether a member of this identity, or of this likeness, is already registered.</summary>
    Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation);

    /// <summary>What is on file of a registration number; null for an unknown one, at the same cost.</summary>
    Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation);
}
