using System.Text.RegularExpressions;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// What an identifier looks like: a regular expression for the whole of it, of the kind that runs in linear time
/// (no look-around, no back-reference), and an example.
/// </summary>
internal sealed record IdentifierPattern(string Expression, string Example)
{
    /// <summary>No known identifier comes near (an IBAN has at most 34).</summary>
    public const int LongestIdentifier = 40;

    private const int LongestExpression = 100;

    public bool Matches(string identifier) =>
        identifier.Length <= LongestIdentifier && Regex.IsMatch(identifier, $@"\A(?:{Expression})\z", RegexOptions.NonBacktracking);

    /// <summary>What is wrong with it, or null.</summary>
    public string? Defect()
    {
        if (Expression.Length > LongestExpression)
            return $"'pattern' is longer than {LongestExpression} characters";
        try
        {
            // Alone too, for « a)|(b » is only sound inside the brackets of Matches.
            _ = Regex.IsMatch("", Expression, RegexOptions.NonBacktracking);
            return Matches(Example) ? null : $"'example' ({Example}) does not match 'pattern' ({Expression})";
        }
        catch (Exception refusal) when (refusal is ArgumentException or NotSupportedException)
        {
            return $"'pattern' cannot be used: {refusal.Message}";
        }
    }

    /// <summary>
    /// The longest identifier found by growing the example a sign at a time while it matches. Not every expression gives
    /// its longest away like this; one with several forms should have its longest form as example.
    /// </summary>
    public string Longest()
    {
        var longest = Example;
        while (Grown(longest) is { } longer)
            longest = longer;
        return longest;
    }

    private string? Grown(string identifier) =>
        Enumerable.Range(0, identifier.Length)
            .SelectMany(at => new[] { identifier[at..(at + 1)], "W", "8" }.Select(sign => identifier.Insert(at + 1, sign)))
            .FirstOrDefault(Matches);
}
