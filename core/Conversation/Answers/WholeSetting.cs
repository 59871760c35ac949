namespace ChatChannels.Conversation.Answers;

/// <summary>A setting that holds a whole number from <paramref name="Least"/> to <paramref name="Most"/>, and its default.</summary>
internal sealed record WholeSetting(string Name, long Least, long Most, long Default)
{
    public long Of(AnswerSettings settings) => settings.Number(Name) ?? Default;

    public int LengthOf(AnswerSettings settings) => (int)Of(settings);
}
