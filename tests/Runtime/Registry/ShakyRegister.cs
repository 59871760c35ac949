using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>A register that can be switched off.</summary>
internal sealed class ShakyRegister(IRegister register) : IRegister
{
    public bool IsDown { get; set; }

    private IRegister Asked => IsDown ? throw new HttpRequestException("down") : register;

    public Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation) => Asked.Knows(fund, identity, likeness, cancellation);

    public Task<MemberRecord?> Find(FundId fund, MemberQuery query, CancellationToken cancellation) => Asked.Find(fund, query, cancellation);

    public Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation) => Asked.Get(fund, number, cancellation);

    public Task<bool> Confirms(FundId fund, string number, KeyValuePair<string, string> fact, CancellationToken cancellation) =>
        Asked.Confirms(fund, number, fact, cancellation);

    public Task<ImmutableArray<Claim>> Claims(FundId fund, string number, CancellationToken cancellation) => Asked.Claims(fund, number, cancellation);

    public Task<ImmutableArray<ClaimChange>> ClaimChanges(FundId fund, DateTimeOffset since, CancellationToken cancellation) =>
        Asked.ClaimChanges(fund, since, cancellation);
}
