using Microsoft.Extensions.Options;

namespace ChatChannels.Bot;

/// <summary>The chat channels.</summary>
public sealed class BotOptions
{
    /// <summary>WhatsApp.</summary>
    /// <value>The defaults of <see cref="WhatsAppOptions"/>.</value>
    [ValidateObjectMembers]
    public WhatsAppOptions WhatsApp { get; set; } = new();
}
