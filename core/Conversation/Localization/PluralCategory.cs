namespace ChatChannels.Conversation.Localization;

/// <summary>The forms in which languages count, as CLDR names them.</summary>
public enum PluralCategory
{
    /// <summary>Nothing, where a language has a form for it.</summary>
    Zero,

    /// <summary>One; in French, less than two.</summary>
    One,

    /// <summary>Two, in Arabic.</summary>
    Two,

    /// <summary>3 to 10 in Arabic, and what ends so.</summary>
    Few,

    /// <summary>11 to 99 in Arabic, and what ends so.</summary>
    Many,

    /// <summary>Any other number.</summary>
    Other,
}
