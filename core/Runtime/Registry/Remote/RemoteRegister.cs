using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using ChatChannels.Services.Requests;

namespace ChatChannels.Runtime.Registry.Remote;

/// <summary>A fund's own register, asked by HTTP. Everything is posted, so that no address or log of a proxy holds anything personal.</summary>
/// <param name="loaded">The fund once it is loaded, which comes after this: loading asks for the actions, and those for registers.</param>
public sealed class RemoteRegister(FundId id, RemoteCalls calls, Func<Fund> loaded) : IRegister, IRequestCarrier
{
    /// <summary>Whose register it is.</summary>
    public FundId Id => id;

    public async Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation) =>
        (await Ask("members/known", new Wire.KnownAsked(identity, likeness), WireJson.Default.KnownAsked, WireJson.Default.KnownTold, cancellation)).Known;

    public async Task<MemberRecord?> Find(FundId fund, MemberQuery query, CancellationToken cancellation) =>
        Member(await Ask("members/find", new Wire.FindAsked(query.Facts), WireJson.Default.FindAsked, WireJson.Default.MemberTold, cancellation));

    public async Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation) =>
        Member(await Ask("members/get", new Wire.NumberAsked(number), WireJson.Default.NumberAsked, WireJson.Default.MemberTold, cancellation));

    public async Task<bool> Confirms(FundId fund, string number, KeyValuePair<string, string> fact, CancellationToken cancellation)
    {
        var asked = new Wire.ConfirmAsked(number, fact.Key, fact.Value);
        return (await Ask("members/confirm", asked, WireJson.Default.ConfirmAsked, WireJson.Default.ConfirmTold, cancellation)).Confirms;
    }

    public async Task<ImmutableArray<Claim>> Claims(FundId fund, string number, CancellationToken cancellation)
    {
        var told = await Ask("claims/list", new Wire.NumberAsked(number), WireJson.Default.NumberAsked, WireJson.Default.ClaimsTold, cancellation);
        return [.. told.Claims.Select(Claim).OrderByDescending(claim => claim.FiledOn).ThenByDescending(claim => claim.Id, StringComparer.Ordinal)];
    }

    public async Task<ImmutableArray<ClaimChange>> ClaimChanges(FundId fund, DateTimeOffset since, CancellationToken cancellation)
    {
        var changes = ImmutableArray.CreateBuilder<ClaimChange>();
        var asked = new Wire.ChangesAsked(since, Cursor: null);
        do
        {
            var told = await Ask("claims/changes", asked, WireJson.Default.ChangesAsked, WireJson.Default.ChangesTold, cancellation);
            changes.AddRange(told.Changes.Select(change => new ClaimChange(change.Number, Claim(change.Claim), change.ChangedAt)));
            asked = asked with { Cursor = told.Cursor };
        }
        while (asked.Cursor is not null);

        return changes.ToImmutable();
    }

    public async Task<SendResult> Deliver(RegisterRequest request, CancellationToken cancellation)
    {
        var body = new Wire.RequestBody(request.Kind, request.Member, request.Reference, request.At, request.Filer.Value, request.Answers.Values);
        using var content = JsonContent.Create(body, WireJson.Default.RequestBody);
        return await calls.Deliver("requests", content, request.Id, cancellation) switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => SendResult.Accepted,
            HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableContent => SendResult.Refused,
            _ => SendResult.TryLater,
        };
    }

    private static MemberRecord? Member(Wire.MemberTold told) => told.Member is { } body ? WireMap.Member(body) : null;

    private Claim Claim(Wire.ClaimBody body) => WireMap.Claim(loaded(), body);

    private async Task<TTold> Ask<TAsked, TTold>(
        string path, TAsked asked, JsonTypeInfo<TAsked> write, JsonTypeInfo<TTold> read, CancellationToken cancellation)
    {
        using var response = await calls.Ask(path, () => JsonContent.Create(asked, write), cancellation);
        return await response.Content.ReadFromJsonAsync(read, cancellation) ?? throw new InvalidDataException($"The register answered {path} with nothing.");
    }
}
