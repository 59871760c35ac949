namespace ChatChannels.Conversation.Localization;

/// <summary>A language a fund speaks, by its ISO 639-1 code in lower case (<c>fr</c>, <c>ar</c>, <c>en</c>).</summary>
public readonly record struct Language(string Code)
{
    public static readonly Language French = new("fr");
    public static readonly Language Arabic = new("ar");
    public static readonly Language English = new("en");

    /// <summary>Whether the language is written from right to left.</summary>
    public bool IsRightToLeft => Code is "ar";

    public override string ToString() => Code;
}
