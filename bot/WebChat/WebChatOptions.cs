namespace ChatChannels.Bot.WebChat;

/// <summary>The web-chat page.</summary>
public sealed class WebChatOptions
{
    /// <summary>The origins of sites that may show the page in theirs, divided by spaces (<c>https://www.fund.example</c>).</summary>
    /// <value>None by default: then only our own pages may.</value>
    public string EmbeddedBy { get; set; } = "";
}
