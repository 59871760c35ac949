namespace ChatChannels.Conversation.Text;

/// <summary>A text in two: the beginning that fits, and what is left, empty at the end.</summary>
public readonly record struct TextCut(string Head, string Rest);
