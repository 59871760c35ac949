using System.Security.Cryptography;
using ChatChannels.Conversation.Answers;
using ChatChannels.Services.Documents;

namespace ChatChannels.Bot.WhatsApp.Media;

/// <summary>Judges a file by itself: neither its name nor what it is called is believed.</summary>
internal static class MediaCheck
{
    /// <summary>Whether a file may be taken.</summary>
    /// <param name="hash">What its SHA-256 was said to be, in hexadecimal or base64, as both are met; null where nothing was said.</param>
    public static Fetched Of(byte[] content, string? hash)
    {
        if (content.Length > Document.Largest)
            return new Fetched.TooLarge();
        if (hash is not null && !IsHash(hash, SHA256.HashData(content)))
            return new Fetched.Altered();
        return FileKind.Of(content) is { } kind ? new Fetched.Whole(kind, content) : new Fetched.OfAnotherType();
    }

    private static bool IsHash(string said, byte[] hash) =>
        string.Equals(said, Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase) || string.Equals(said, Convert.ToBase64String(hash), StringComparison.Ordinal);
}
