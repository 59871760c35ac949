namespace ChatChannels.Pages;

/// <summary>Somebody at the door of a case: in which fund and language, and from where.</summary>
/// <param name="Caller">The network address that tries are counted against.</param>
internal sealed record Visit(Words Words, Links Links, string Caller)
{
    public override string ToString() => $"Visit {{ {(Words.IsNamed ? Words.Fund.Id.Value : "-")} {Words.Language} }}";
}
