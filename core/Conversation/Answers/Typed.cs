using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Answers;

/// <summary>What a person typed, in the shapes that answer types start from.</summary>
internal static class Typed
{
    /// <summary>Without strange signs and spare spaces, and with Western digits.</summary>
    public static string Clean(string typed) => InputCleaning.Clean(typed);

    /// <summary>Clean, and without what people type to group the signs of a number: spaces, dots and dashes of any length.</summary>
    public static string Ungrouped(string typed) => string.Concat(Clean(typed).Where(sign => !IsGrouping(sign)));

    private static bool IsGrouping(char sign) => sign is ' ' or '.' or '-' or (>= '\u2010' and <= '\u2015');
}
