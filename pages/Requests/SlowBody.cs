namespace ChatChannels.Pages.Requests;

/// <summary>Marks a page that a large body is sent to, over a slow line.</summary>
internal sealed class SlowBody;
