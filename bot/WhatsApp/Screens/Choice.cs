namespace ChatChannels.Bot.WhatsApp.Screens;

/// <summary>A button, or a row of a list.</summary>
/// <param name="Id">What comes back when it is touched.</param>
/// <param name="Description">Below the title, on rows alone; null for none.</param>
internal sealed record Choice(string Id, string Title, string? Description = null)
{
    public override string ToString() => "Choice { *** }";
}
