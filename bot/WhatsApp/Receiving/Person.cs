namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>By what WhatsApp names a person: their number, or the id by which it knows them to this business (<c>US.13491208655302741918</c>).</summary>
internal static class Person
{
    /// <summary>Ids are opaque; no channel's id of an exchange is longer.</summary>
    private const int LongestId = 160;

    /// <summary>Either of the two, as both are met in one field; null for anything else.</summary>
    public static string? Of(string? told) => Phone(told) ?? (told is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', '.', _, ..] ? UserId(told) : null);

    /// <summary>A number in E.164, with its plus or without.</summary>
    public static string? Phone(string? told)
    {
        var digits = told is ['+', .. var behind] ? behind : told;
        return digits is { Length: >= 7 and <= 15 } && digits.All(char.IsAsciiDigit) && digits[0] is not '0' ? $"+{digits}" : null;
    }

    /// <summary>A business-scoped id.</summary>
    public static string? UserId(string? id) =>
        id is { Length: > 0 and <= LongestId } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-') ? id : null;
}
