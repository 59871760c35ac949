using ChatChannels.Services.Actions;

namespace ChatChannels.Pages;

/// <summary>Somebody at the door of a case: in which fund and language, and from where.</summary>
/// <param name="Network">What tries are counted against.</param>
internal sealed record Visit(Words Words, Links Links, NetworkOrigin Network)
{
    public override string ToString() => $"Visit {{ {(Words.IsNamed ? Words.Fund.Id.Value : "-")} {Words.Language} }}";
}
