using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.Connector;

/// <summary>The bot at <c>/api/messages</c>: by which apps it is known to the Bot Framework, and whose tokens it believes.</summary>
public sealed class MessagesOptions
{
    /// <summary>The apps that the bot is registered as, one or more a fund.</summary>
    /// <value>The default is none: only this machine is answered.</value>
    [ValidateEnumeratedItems]
    public IReadOnlyList<MessagesAppOptions>? Apps { get; set; }

    /// <summary>Where the keys are found that channels sign with (OpenID metadata).</summary>
    /// <value>The default is that of the Azure Bot Service.</value>
    [Required]
    public Uri ChannelMetadata { get; set; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Who issues channels' tokens.</summary>
    /// <value>The default is that of the Azure Bot Service.</value>
    [Required]
    public string ChannelIssuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the keys are found that other bots' tokens are signed with (OpenID metadata).</summary>
    /// <value>The default is that of Microsoft Entra for bots.</value>
    [Required]
    public Uri CallerMetadata { get; set; } = new("https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration");

    /// <summary>Who issues other bots' tokens, separated by blanks.</summary>
    /// <value>The default is the four that Microsoft Entra issues bots' tokens as.</value>
    [Required]
    public string CallerIssuers { get; set; } =
        "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/ https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0 "
        + "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/ https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0";

    /// <summary>Where the bot gets its own tokens for replies; with a tenant of its own in place of <c>botframework.com</c> for a single-tenant bot.</summary>
    /// <value>The default is that of a multi-tenant bot.</value>
    [Required]
    public Uri TokenUrl { get; set; } = new("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token");

    /// <summary>What the bot asks tokens for channels for.</summary>
    /// <value>The default is that of the Azure Bot Service.</value>
    [Required]
    public string Scope { get; set; } = "https://api.botframework.com/.default";
}
