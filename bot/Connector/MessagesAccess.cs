using ChatChannels.Bot.Activities;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.Connector;

/// <summary>Lets activities in: by their token, or, where the bot is no app, from this machine, and not what a proxy on it passes on.</summary>
internal sealed class MessagesAccess(InboundTokens tokens, FundDirectory funds, IOptions<BotOptions> options)
{
    private bool IsApp => options.Value.Messages.Apps is { Count: > 0 };

    /// <summary>Judges a request by its head alone: what it brings is not read for those who may not come in at all.</summary>
    /// <returns>What the sender of its activity is told by; null for nobody who may.</returns>
    public async Task<Func<Activity, Party?>?> Enter(HttpContext http)
    {
        if (!IsApp)
            return Credential.IsOfThisMachine(http) ? activity => IsHere(activity.ServiceUrl) ? Party.Local : null : null;
        return Credential.Of(http.Request, "Bearer") is { } token && await tokens.Prove(token, http.RequestAborted) is { } proven
            ? activity => tokens.PartyOf(proven, activity)
            : null;
    }

    /// <summary>The fund that an activity is for, or null: the app's; without an app that of the path, or the only one there is.</summary>
    /// <param name="named">By the path; where there is an app it must be the app's.</param>
    public Fund? FundOf(Party party, string? named)
    {
        var id = party.App?.Fund ?? named;
        return named is not null && !string.Equals(named, id, StringComparison.Ordinal) ? null
            : id is not null ? funds.Find(new FundId(id))
            : funds.All is [var only] ? only : null;
    }

    /// <summary>Nobody may have this machine call another one.</summary>
    private static bool IsHere(string? serviceUrl) => serviceUrl is null || (Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url.IsLoopback);
}
