using ChatChannels.Conversation.Answers;

namespace ChatChannels.Runtime.Documents;

/// <summary>A file as it is kept: a photo without what tells where, when and by what it was taken; any other as it came.</summary>
public static class CleanFile
{
    /// <summary>What is kept of a content; null for a photo that is broken.</summary>
    public static byte[]? Of(FileKind kind, byte[] content) =>
        kind == FileKind.Jpeg ? Jpeg.Rewrite(content) : kind == FileKind.Png ? Png.Rewrite(content) : content;
}
