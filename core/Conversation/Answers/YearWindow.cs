namespace ChatChannels.Conversation.Answers;

/// <summary>Where a year of two digits must lie.</summary>
internal enum YearWindow
{
    /// <summary>80 years back to 19 ahead.</summary>
    Around,

    /// <summary>The latest year that is not after today.</summary>
    Past,

    /// <summary>The nearest year that is not before today.</summary>
    Future,
}
