using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>A register of one fund, as others see it: nothing for any other.</summary>
internal sealed class OneFund(IRegister register, FundId own) : IRegister
{
    public async Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation) =>
        fund == own && await register.Knows(fund, identity, likeness, cancellation);

    public async Task<MemberRecord?> Find(FundId fund, MemberQuery query, CancellationToken cancellation) =>
        fund == own ? await register.Find(fund, query, cancellation) : null;

    public async Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation) =>
        fund == own ? await register.Get(fund, number, cancellation) : null;

    public async Task<bool> Confirms(FundId fund, string number, KeyValuePair<string, string> fact, CancellationToken cancellation) =>
        fund == own && await register.Confirms(fund, number, fact, cancellation);

    public Task<ImmutableArray<Claim>> Claims(FundId fund, string number, CancellationToken cancellation) => register.Claims(fund, number, cancellation);

    public Task<ImmutableArray<ClaimChange>> ClaimChanges(FundId fund, DateTimeOffset since, CancellationToken cancellation) =>
        register.ClaimChanges(fund, since, cancellation);
}
