namespace ChatChannels.Conversation;

/// <summary>A way to reach a person, by its stable lower-case name.</summary>
public readonly record struct Channel(string Name)
{
    public static readonly Channel Ussd = new("ussd");
    public static readonly Channel Sms = new("sms");
    public static readonly Channel Email = new("email");
    public static readonly Channel Web = new("web");
    public static readonly Channel WhatsApp = new("whatsapp");

    /// <summary>Any channel of the Bot Framework, behind its connector.</summary>
    public static readonly Channel Bot = new("bot");

    /// <summary>Whether it shows buttons and keeps what was said on the screen.</summary>
    public bool IsChat => this == Web || this == WhatsApp || this == Bot;

    public override string ToString() => Name;
}
