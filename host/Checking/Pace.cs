namespace ChatChannels.Host.Checking;

/// <summary>How long the longest way through a service takes on a keypad.</summary>
/// <param name="Screens">Screens from the dial to the last words, pages of one prompt counted each.</param>
/// <param name="Seconds">From the dial to the last words.</param>
/// <param name="Stretch">The longest time, in seconds, without passing a save point; the dial and the end count as one.</param>
internal sealed record Pace(int Screens, int Seconds, int Stretch);
