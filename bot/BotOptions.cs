using ChatChannels.Bot.Connector;
using ChatChannels.Bot.DirectLine;
using ChatChannels.Bot.WebChat;
using ChatChannels.Bot.WhatsApp;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot;

/// <summary>The chat channels.</summary>
public sealed class BotOptions
{
    /// <summary>Direct Line, on which the web chat runs.</summary>
    /// <value>The default is for our own page alone.</value>
    [ValidateObjectMembers]
    public DirectLineOptions DirectLine { get; set; } = new();

    /// <summary>The bot of the Bot Framework.</summary>
    /// <value>The default is for this machine alone.</value>
    [ValidateObjectMembers]
    public MessagesOptions Messages { get; set; } = new();

    /// <summary>The web-chat page.</summary>
    /// <value>The default is for our own site alone.</value>
    public WebChatOptions WebChat { get; set; } = new();

    /// <summary>WhatsApp.</summary>
    /// <value>The defaults of <see cref="WhatsAppOptions"/>.</value>
    [ValidateObjectMembers]
    public WhatsAppOptions WhatsApp { get; set; } = new();
}
