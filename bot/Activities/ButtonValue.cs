namespace ChatChannels.Bot.Activities;

/// <summary>What a button sends beside its text.</summary>
/// <param name="Button">As <see cref="Chat.Heard.Touched"/> reads it.</param>
internal sealed record ButtonValue(string? Button);
