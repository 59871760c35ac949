using System.Buffers;

namespace ChatChannels.Conversation.Text;

/// <summary>
/// Finds what a right-to-left sentence holds from left to right: Latin words and western digits, joined by signs or by one space,
/// with the signs of dialled codes at the ends.
/// </summary>
internal static class LatinRuns
{
    private const char NoBreakSpace = '\u00A0';
    private const char Hash = '#';

    private static readonly SearchValues<char> Joining = SearchValues.Create("/.,:;*#+@_-'’&=?%~!$^|\\");
    private static readonly SearchValues<char> Leading = SearchValues.Create("*#+-.@");

    /// <summary>What the bidi algorithm calls common separators: one of them between two digits is of the number (UAX #9, W4).</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create("/.,:\u00A0");

    /// <summary>Where the next run begins, from <paramref name="from"/> on; the text's end where there is none.</summary>
    public static int Start(ReadOnlySpan<char> text, int from)
    {
        var word = from;
        while (word < text.Length && !IsOfWord(text[word]))
            word++;
        var start = word;
        while (word < text.Length && start > from && Leading.Contains(text[start - 1]))
            start--;
        return start == 0 || !char.IsLetterOrDigit(text[start - 1]) ? start : word;
    }

    /// <summary>Where the run that begins at <paramref name="start"/> ends: behind its last letter or digit, or the <c>#</c> there.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        for (var index = start; index < text.Length && Goes(text, index); index++)
            if (IsOfWord(text[index]))
                end = index + 1;
        return end + EndOfCode(text[end..]);
    }

    /// <summary>Whether a run keeps its order whatever stands around it: one number, or what begins and ends with what is strong.</summary>
    public static bool IsSteady(ReadOnlySpan<char> run) =>
        EndsFirmly(run) && (IsOfWord(run[0]) && !char.IsAsciiDigit(run[0]) || IsOneNumber(run));

    /// <summary>Whether its end belongs to it: a letter, a digit, or a <c>#</c> behind a digit (W5).</summary>
    public static bool EndsFirmly(ReadOnlySpan<char> run) => run[^1] != Hash || run.TrimEnd(Hash) is [.., var last] && char.IsAsciiDigit(last);

    /// <summary>How many signs behind the last digit end a dialled code: <c>#</c>, <c>*#</c>.</summary>
    private static int EndOfCode(ReadOnlySpan<char> behind)
    {
        var signs = behind.IndexOfAnyExcept('*', Hash);
        return behind[..(signs < 0 ? behind.Length : signs)].LastIndexOf(Hash) + 1;
    }

    private static bool IsOneNumber(ReadOnlySpan<char> run)
    {
        for (var index = 0; index < run.Length; index++)
        {
            var isJoined = index > 0 && Separators.Contains(run[index]) && char.IsAsciiDigit(run[index - 1]) && index + 1 < run.Length;
            if (!char.IsAsciiDigit(run[index]) && !isJoined)
                return false;
        }

        return true;
    }

    private static bool Goes(ReadOnlySpan<char> text, int index) => IsOfWord(text[index])
        || Joining.Contains(text[index])
        || (text[index] is ' ' or NoBreakSpace && index > 0 && IsOfWord(text[index - 1]) && index + 1 < text.Length && IsOfWord(text[index + 1]));

    /// <summary>Latin letters with their accents and signs of African alphabets, and western digits.</summary>
    private static bool IsOfWord(char character) =>
        char.IsAsciiLetterOrDigit(character)
        || character is >= '\u00C0' and <= '\u036F' and not ('×' or '÷')
        || character is >= '\u1E00' and <= '\u1EFF';
}
