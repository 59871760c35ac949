namespace ChatChannels.Conversation.Text;

/// <summary>Keeps numbers in their order inside a right-to-left sentence, for channels that honour Unicode isolates.</summary>
public static class Bidi
{
    private const char LeftToRightIsolate = '\u2066';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>The text between U+2066 and U+2069 (Unicode UAX #9): laid out left to right, whatever is around it.</summary>
    public static string IsolateLeftToRight(string text) => $"{LeftToRightIsolate}{text}{PopDirectionalIsolate}";
}
