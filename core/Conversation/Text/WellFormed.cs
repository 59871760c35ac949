using System.Text;

namespace ChatChannels.Conversation.Text;

/// <summary>Texts that can be normalised: <see cref="string.Normalize()"/> throws on lone surrogates and on U+FFFE.</summary>
internal static class WellFormed
{
    private const int ByteOrderNonCharacter = 0xFFFE;

    /// <summary>The text without what cannot be normalised; the same string where there is nothing of it.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains((char)ByteOrderNonCharacter, StringComparison.Ordinal))
            return text;

        var kept = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf16(rest, out var rune, out var length) is System.Buffers.OperationStatus.Done;
            if (valid && rune.Value != ByteOrderNonCharacter)
                kept.Append(rest[..length]);

            rest = rest[length..];
        }

        return kept.Length == text.Length ? text : kept.ToString();
    }
}
