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

    private readonly ConcurrentDictionary<(string Name, string Value), string> _facts = new();

    /// <summary>Puts a fact of a member on paper.</summary>
    public void Know(string number, string fact, string value) => _facts[(fact, value)] = number;

    public void Add(MemberRecord member) => _members[member.Number] = member;

    public Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation) => Task.FromResult(_members.GetValueOrDefault(number));

    public Task<MemberRecord?> Find(FundId fund, MemberQuery query, CancellationToken cancellation) =>
        Task.FromResult(query.Facts.Count > 0 && query.Facts.All(fact => _facts.ContainsKey((fact.Key, fact.Value)))
            ? _members.GetValueOrDefault(_facts[(query.Facts.First().Key, query.Facts.First().Value)])
            : null);

    public Task<bool> Confirms(FundId fund, string number, KeyValuePair<string, string> fact, CancellationToken cancellation) =>
        Task.FromResult(_facts.TryGetValue((fact.Key, fact.Value), out var whose) && string.Equals(whose, number, StringComparison.Ordinal));

    public Task<ImmutableArray<Claim>> Claims(FundId fund, string number, CancellationToken cancellation) => Task.FromResult(ImmutableArray<Claim>.Empty);

    public Task<ImmutableArray<ClaimChange>> ClaimChanges(FundId fund, DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<ClaimChange>.Empty);

    public Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation) => Task.FromResult(false);
}
