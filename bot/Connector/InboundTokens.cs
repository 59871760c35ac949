using System.Collections.Immutable;
using System.Text.Json;
using ChatChannels.Bot.Activities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatChannels.Bot.Connector;

/// <summary>Reads the tokens that come with activities: a channel's, or another bot's that calls this one as a skill.</summary>
internal sealed class InboundTokens : IDisposable
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new();
    private readonly MessagesOptions _options;
    private readonly ImmutableArray<string> _callerIssuers;
    private readonly PublishedKeys _channelKeys;
    private readonly PublishedKeys _callerKeys;
    private readonly TimeProvider _time;

    public InboundTokens(IOptions<BotOptions> options, ConnectorHttp http, TimeProvider time, ILogger<InboundTokens> logger)
    {
        (_options, _time) = (options.Value.Messages, time);
        _callerIssuers = [.. _options.CallerIssuers.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        _channelKeys = new PublishedKeys(_options.ChannelMetadata, http, time, logger);
        _callerKeys = new PublishedKeys(_options.CallerMetadata, http, time, logger);
    }

    /// <summary>A token that holds by itself, whatever comes with it; null when it does not.</summary>
    public async Task<ProvenToken?> Prove(string token, CancellationToken cancellation)
    {
        if (Claimed(token) is not { } claimed)
            return null;
        var isChannel = string.Equals(claimed.Issuer, _options.ChannelIssuer, StringComparison.Ordinal);
        if (claimed.Kid is not { Length: > 0 } kid || !(isChannel || _callerIssuers.Contains(claimed.Issuer, StringComparer.Ordinal)))
            return null;
        if (await (isChannel ? _channelKeys : _callerKeys).Find(kid, cancellation) is not { } key)
            return null;
        var result = await _handler.ValidateTokenAsync(token, Rules(key, isChannel));
        return result.IsValid && AppOf(result) is { } app ? new ProvenToken(result, key, app, isChannel) : null;
    }

    /// <summary>Whom a token makes the sender of an activity; null when it is not good for it.</summary>
    public Party? PartyOf(ProvenToken token, Activity activity) =>
        token.IsChannel ? OfChannel(token.Result, token.Key, activity, token.App) : OfCaller(token.Result, token.App);

    /// <summary>What a token says of itself; null for what only looks like one.</summary>
    private JsonWebToken? Claimed(string token)
    {
        try
        {
            return _handler.CanReadToken(token) ? _handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception broken) when (broken is ArgumentException or SecurityTokenException or FormatException or JsonException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _channelKeys.Dispose();
        _callerKeys.Dispose();
    }

    /// <summary>The token is for this very service address, and the key was given for this channel.</summary>
    private Party? OfChannel(TokenValidationResult token, JsonWebKey key, Activity activity, MessagesAppOptions app) =>
        string.Equals(Claim(token, "serviceurl"), activity.ServiceUrl, StringComparison.Ordinal) && IsEndorsed(key, activity.ChannelId)
            ? new Party(app, _options.Scope, IsSkillCall: false)
            : null;

    /// <summary>The id of the calling bot stands elsewhere in each version of a token.</summary>
    private static Party? OfCaller(TokenValidationResult token, MessagesAppOptions app)
    {
        var caller = Claim(token, Claim(token, "ver") is "2.0" ? "azp" : "appid");
        return caller is not null && (app.Callers ?? "").Split(' ').Contains(caller, StringComparer.OrdinalIgnoreCase)
            ? new Party(app, $"{caller}/.default", IsSkillCall: true)
            : null;
    }

    /// <summary>A key without endorsements is good for every channel.</summary>
    private static bool IsEndorsed(JsonWebKey key, string? channel)
    {
        if (!key.AdditionalData.TryGetValue("endorsements", out var value) || value is null)
            return true;
        var endorsed = value is JsonElement { ValueKind: JsonValueKind.Array } array
            ? array.EnumerateArray().Select(item => item.ToString())
            : (value as IEnumerable<object>)?.Select(item => item.ToString());
        return endorsed?.ToList() is not { Count: > 0 } names || names.Contains(channel, StringComparer.Ordinal);
    }

    private MessagesAppOptions? AppOf(TokenValidationResult token) =>
        (_options.Apps ?? []).FirstOrDefault(app => string.Equals(app.AppId, Claim(token, "aud"), StringComparison.Ordinal));

    private static string? Claim(TokenValidationResult token, string name) => token.Claims.TryGetValue(name, out var value) ? value as string : null;

    private TokenValidationParameters Rules(JsonWebKey key, bool isChannel) => new()
    {
        ValidIssuers = isChannel ? [_options.ChannelIssuer] : _callerIssuers,
        ValidAudiences = (_options.Apps ?? []).Select(app => app.AppId),
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key,
        LifetimeValidator = (notBefore, expires, _, _) =>
            expires > (_time.GetUtcNow() - Skew).UtcDateTime && (notBefore is null || notBefore <= (_time.GetUtcNow() + Skew).UtcDateTime),
    };
}
