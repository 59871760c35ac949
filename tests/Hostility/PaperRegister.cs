using System.Collections.Concurrent;
using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;

namespace ChatChannels.Hostility;

/// <summary>A register on paper, whatever the fund.</summary>
public sealed class PaperRegister : IRegister
{
    private readonly ConcurrentDictionary<string, MemberRecord> _members = new(StringComparer.Ordinal);

    public void Add(MemberRecord member) => _members[member.Number] = member;

    public Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation) => Task.FromResult(_members.GetValueOrDefault(number));

    public Task<MemberRecord?> Find(FundId fund, MemberQuery query, CancellationToken cancellation) => Task.FromResult<MemberRecord?>(null);

    public Task<bool> Confirms(FundId fund, string number, KeyValuePair<string, string> fact, CancellationToken cancellation) => Task.FromResult(false);

    public Task<ImmutableArray<Claim>> Claims(FundId fund, string number, CancellationToken cancellation) => Task.FromResult(ImmutableArray<Claim>.Empty);

    public Task<ImmutableArray<ClaimChange>> ClaimChanges(FundId fund, DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<ClaimChange>.Empty);

    public Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation) => Task.FromResult(false);
}
