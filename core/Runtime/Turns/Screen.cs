namespace ChatChannels.Runtime.Turns;

/// <summary>A prompt in the shape of one channel.</summary>
/// <param name="Reply">What the channel sends, whole.</param>
/// <param name="Page">The page it shows, from 0; the one asked for, or the last there is.</param>
/// <param name="Pages">How many there are.</param>
public sealed record Screen(string Reply, int Page, int Pages)
{
    public override string ToString() => $"Screen {{ {Page + 1}/{Pages} }}";
}
