namespace ChatChannels.Conversation.Flows;

/// <summary>How a fund looks on pages.</summary>
/// <param name="Colour">As <c>#rrggbb</c>: white words stand on it, and it stands on white.</param>
/// <param name="ColourOnDark">The same on a dark page, as <c>#rrggbb</c>.</param>
/// <param name="Mark">The fund's mark, an SVG.</param>
public sealed record FundLook(string Colour, string ColourOnDark, string Mark)
{
    /// <summary>The file of the mark in the fund's folder.</summary>
    public const string MarkFile = "mark.svg";

    /// <summary>The page's background on a dark screen; <see cref="ColourOnDark"/> must be legible on it.</summary>
    public const string Dark = "#10171d";

    /// <summary>A fund that says nothing of its looks.</summary>
    public static FundLook Plain { get; } = new(
        "#0a5c43", "#6fd3ae", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><circle cx="18" cy="18" r="12" fill="#0a5c43"/></svg>""");
}
