namespace ChatChannels.Services.HandOvers;

/// <summary>What was said in a hand-over.</summary>
/// <param name="Number">Grows with each; the turn of the chat that said it.</param>
/// <param name="IsAgents">Whether the agent said it, rather than the person.</param>
/// <param name="Text">Personal.</param>
public sealed record HandOverWords(long Number, bool IsAgents, string Text, DateTimeOffset At)
{
    public override string ToString() => $"HandOverWords {{ {Number} }}";
}
