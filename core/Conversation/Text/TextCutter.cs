namespace ChatChannels.Conversation.Text;

/// <summary>
/// Cuts a text into parts that fit. A line that fits a part stays whole; a longer one is cut between words; only a word
/// longer than a part is cut, and then never inside a grapheme. Nothing but white space at the cuts is lost.
/// </summary>
/// <remarks>
/// A measure must accept the beginning of whatever it accepts. A grapheme is given whole even where it does not fit, so that
/// every text comes to its end.
/// </remarks>
public static class TextCutter
{
    /// <summary>All the parts of a text, each within the limits by its own alphabet; none for a blank text.</summary>
    public static ImmutableArray<string> Cut(string text, TextLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Cut(text, limits.Fit);
    }

    /// <summary>All the parts of a text by a measure; none for a blank text.</summary>
    public static ImmutableArray<string> Cut(string text, Func<string, bool> fits)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var rest = text;
        do
        {
            (var head, rest) = Take(rest, fits);
            if (head.Length > 0)
                parts.Add(head);
        }
        while (rest.Length > 0);

        return parts.ToImmutable();
    }

    /// <summary>
    /// The longest good beginning of a text that fits, and what is left; both without white space at their ends. The head is
    /// empty only for a blank text.
    /// </summary>
    public static TextCut Take(string text, Func<string, bool> fits)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fits);
        var graphemes = Graphemes.Trimmed(text);
        if (graphemes.Count < 2 || fits(graphemes.Text))
            return new TextCut(graphemes.Text, "");

        var cut = BestCut(graphemes, LongestFit(graphemes, fits), fits);
        return new TextCut(graphemes.Slice(0, cut), graphemes.Slice(cut, graphemes.Count));
    }

    /// <summary>How many graphemes fit: at least one, and fewer than all, there being more than one.</summary>
    private static int LongestFit(Graphemes graphemes, Func<string, bool> fits)
    {
        var (low, high) = (1, graphemes.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = fits(graphemes.Slice(0, middle)) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static int BestCut(Graphemes graphemes, int longest, Func<string, bool> fits)
    {
        var lineEnd = LastIndex(longest, graphemes.IsLineEnd);
        if (lineEnd > 0 && fits(LineAfter(graphemes, lineEnd)))
            return lineEnd;

        var space = LastIndex(longest, index => graphemes.IsSpace(index) && !graphemes.HoldsNumber(index));
        return space > 0 ? space : longest;
    }

    /// <summary>The last index that is so, from <paramref name="from"/> down; zero where none is, for nothing can be cut there.</summary>
    private static int LastIndex(int from, Func<int, bool> isSo)
    {
        while (from > 0 && !isSo(from))
            from--;

        return from;
    }

    private static string LineAfter(Graphemes graphemes, int lineEnd)
    {
        var end = lineEnd + 1;
        while (end < graphemes.Count && !graphemes.IsLineEnd(end))
            end++;

        return graphemes.Slice(lineEnd, end);
    }
}
