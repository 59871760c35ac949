using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Registry.Remote;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using ChatChannels.Services.Requests;

namespace ChatChannels.Runtime.Registry;

/// <summary>The register of each fund: its own, or the local one.</summary>
public sealed class Registers(IRegister local, IRequestCarrier carrier, IEnumerable<RemoteRegister> remotes) : IRegister, IRequestCarrier
{
    private readonly ImmutableDictionary<FundId, RemoteRegister> _remotes = remotes.ToImmutableDictionary(remote => remote.Id);

    public Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation) =>
        Of(fund).Knows(fund, identity, likeness, cancellation);

    public Task<MemberRecord?> Find(FundId fund, MemberQuery query, CancellationToken cancellation) => Of(fund).Find(fund, query, cancellation);

    public Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation) => Of(fund).Get(fund, number, cancellation);

    public Task<bool> Confirms(FundId fund, string number, KeyValuePair<string, string> fact, CancellationToken cancellation) =>
        Of(fund).Confirms(fund, number, fact, cancellation);

    public Task<ImmutableArray<Claim>> Claims(FundId fund, string number, CancellationToken cancellation) => Of(fund).Claims(fund, number, cancellation);

    public Task<ImmutableArray<ClaimChange>> ClaimChanges(FundId fund, DateTimeOffset since, CancellationToken cancellation) =>
        Of(fund).ClaimChanges(fund, since, cancellation);

    public Task<SendResult> Deliver(RegisterRequest request, CancellationToken cancellation) =>
        (_remotes.GetValueOrDefault(request.Fund) ?? carrier).Deliver(request, cancellation);

    private IRegister Of(FundId fund) => _remotes.GetValueOrDefault(fund) ?? local;
}
