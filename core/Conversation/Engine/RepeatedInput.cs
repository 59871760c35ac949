namespace ChatChannels.Conversation.Engine;

/// <summary>How often the same input came in a row.</summary>
/// <param name="Hash">A hash of the input, not the input: answers are personal.</param>
public sealed record RepeatedInput(int Hash, int Count)
{
    public static readonly RepeatedInput None = new(0, 0);
}
