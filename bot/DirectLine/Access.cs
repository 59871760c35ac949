using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Limits;
using ChatChannels.Runtime.Web;
using ChatChannels.Services.Actions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Lets callers in by a token, or by a fund's secret, as often as they may come.</summary>
internal sealed class Access(Tokens tokens, FundDirectory funds, DirectLineLimits limits, IOptions<BotOptions> options)
{
    private readonly ImmutableArray<(SharedSecret Secret, FundId Fund)> _secrets =
        [.. (options.Value.DirectLine.Secrets ?? []).Select(entry => (new SharedSecret(entry.Secret), new FundId(entry.Fund)))];

    /// <summary>Who calls, or what they are sent away with.</summary>
    public async Task<(Caller? Caller, IResult? Refusal)> Enter(HttpRequest request)
    {
        if (Credential.Of(request, "Bearer") is not { } credential)
            return (null, Answer.NoCredential());
        var caller = Holder(credential) ?? await tokens.Read(credential, TokenUse.Conversation);
        return caller is null
            ? (null, Answer.BadCredential())
            : (caller with { Network = NetworkOf(request.HttpContext) }, null);
    }

    /// <summary>Where a request comes from.</summary>
    public static NetworkOrigin NetworkOf(HttpContext http) => new(NetworkParty.Of(http.Connection.RemoteIpAddress));

    /// <summary>The same, for somebody who wants to begin something.</summary>
    public async Task<(Caller? Caller, IResult? Refusal)> EnterToBegin(HttpContext http) =>
        limits.AllowStart(http.Connection.RemoteIpAddress) ? await Enter(http.Request) : (null, Answer.TooMany(http));

    /// <summary>The same, for somebody who has something to say in a conversation.</summary>
    public async Task<(Caller? Caller, IResult? Refusal)> EnterToSay(HttpContext http, string conversation)
    {
        var (caller, refusal) = await Enter(http.Request, conversation);
        return caller is null || limits.AllowPost(conversation) ? (caller, refusal) : (null, Answer.TooMany(http));
    }

    /// <summary>The same, for somebody who takes a conversation up again.</summary>
    public async Task<(Caller? Caller, IResult? Refusal)> EnterToReturn(HttpContext http, string conversation)
    {
        var (caller, refusal) = await Enter(http.Request, conversation);
        return caller is null || MayReturn(http, conversation) ? (caller, refusal) : (null, Answer.TooMany(http));
    }

    /// <summary>Whether a conversation is not taken up too often.</summary>
    public bool MayReturn(HttpContext http, string conversation) => limits.AllowReturn(http.Connection.RemoteIpAddress, conversation);

    /// <summary>Whether not too much is said in a conversation.</summary>
    public bool MaySay(string conversation) => limits.AllowPost(conversation);

    /// <summary>Whether a conversation is not read too often.</summary>
    public bool MayRead(string conversation) => limits.AllowRead(conversation);

    /// <summary>Who calls and wants one conversation, or what they are sent away with.</summary>
    public async Task<(Caller? Caller, IResult? Refusal)> Enter(HttpRequest request, string conversation)
    {
        var (caller, refusal) = await Enter(request);
        return caller is null || caller.MayOpen(conversation) ? (caller, refusal) : (null, Answer.NotYours());
    }

    /// <summary>All secrets are compared: the time taken tells nothing.</summary>
    private Caller? Holder(string credential)
    {
        FundId? found = null;
        foreach (var (secret, fund) in _secrets)
            found = secret.Is(credential) ? fund : found;
        return found is { } known && funds.Find(known) is { } serves ? new Caller(serves, null, null) : null;
    }
}
