using System.Collections.Concurrent;
using ChatChannels.Conversation;
using ChatChannels.Services.Members;

namespace ChatChannels.Hostility;

/// <summary>A register on paper, whatever the fund.</summary>
public sealed class PaperRegister : IRegister
{
    private readonly ConcurrentDictionary<string, MemberRecord> _members = new(StringComparer.Ordinal);

    public void Add(MemberRecord member) => _members[member.Number] = member;

    public Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation) => Task.FromResult(_members.GetValueOrDefault(number));

    public Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation) => Task.FromResult(false);
}
