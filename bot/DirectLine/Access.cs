using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Funds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Lets callers in by a token, or by a fund's secret, as often as they may come.</summary>
internal sealed class Access(Tokens tokens, FundDirectory funds, DirectLineLimits limits, IOptions<BotOptions> options)
{
    private const string Scheme = "Bearer ";

    private readonly ImmutableArray<(byte[] Hash, FundId Fund)> _secrets =
        [.. (options.Value.DirectLine.Secrets ?? []).Select(entry => (Hash(entry.Secret), new FundId(entry.Fund)))];

    /// <summary>Who calls, or what they are sent away with.</summary>
    public async Task<(Caller? Caller, IResult? Refusal)> Enter(HttpRequest request)
    {
        if (Credential(request) is not { } credential)
            return (null, Answer.NoCredential());
        var caller = Holder(credential) ?? await tokens.Read(credential, TokenUse.Conversation);
        return caller is null ? (null, Answer.BadCredential()) : (caller, null);
    }

    /// <summary>The same, for somebody who wants to begin something.</summary>
    public async Task<(Caller? Caller, IResult? Refusal)> EnterToBegin(HttpContext http) =>
        limits.AllowStart(http.Connection.RemoteIpAddress) ? await Enter(http.Request) : (null, Answer.TooMany(http));

    /// <summary>The same, for somebody who has something to say in a conversation.</summary>
    public async Task<(Caller? Caller, IResult? Refusal)> EnterToSay(HttpContext http, string conversation)
    {
        var (caller, refusal) = await Enter(http.Request, conversation);
        return caller is null || limits.AllowPost(conversation) ? (caller, refusal) : (null, Answer.TooMany(http));
    }

    /// <summary>Whether a conversation is not read too often.</summary>
    public bool MayRead(string conversation) => limits.AllowRead(conversation);

    /// <summary>Who calls and wants one conversation, or what they are sent away with.</summary>
    public async Task<(Caller? Caller, IResult? Refusal)> Enter(HttpRequest request, string conversation)
    {
        var (caller, refusal) = await Enter(request);
        return caller is null || caller.MayOpen(conversation) ? (caller, refusal) : (null, Answer.NotYours());
    }

    /// <summary>What stands behind the scheme, whose case is free (RFC 9110); null where there is none.</summary>
    private static string? Credential(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header[Scheme.Length..].Trim() is { Length: > 0 } credential
            ? credential
            : null;

    /// <summary>Secrets are compared by their hashes, which have one length, and all of them: the time taken tells nothing.</summary>
    private Caller? Holder(string credential)
    {
        var hash = Hash(credential);
        FundId? found = null;
        foreach (var (expected, fund) in _secrets)
            found = CryptographicOperations.FixedTimeEquals(hash, expected) ? fund : found;
        return found is { } known && funds.Find(known) is { } serves ? new Caller(serves, null, null) : null;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
