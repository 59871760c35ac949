namespace ChatChannels.Bot.WhatsApp.Media;

/// <summary>The kinds of files that are taken.</summary>
internal enum MediaType
{
    Jpeg,
    Png,
    Pdf,
}
