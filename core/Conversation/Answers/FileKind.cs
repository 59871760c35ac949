using System.Text.Unicode;

namespace ChatChannels.Conversation.Answers;

/// <summary>What a file is by its content, whatever its name or its sender says (ITU-T T.81 B.1.1, PNG 5.2, ISO 32000-1 7.5.2).</summary>
/// <param name="Word">What flows accept it by: <c>image</c>, <c>pdf</c>, <c>xlsx</c>, <c>csv</c>.</param>
/// <param name="MediaType">The type that it is kept and shown as.</param>
public sealed record FileKind(string Word, string MediaType)
{
    public static readonly FileKind Jpeg = new("image", "image/jpeg");
    public static readonly FileKind Png = new("image", "image/png");
    public static readonly FileKind Pdf = new("pdf", "application/pdf");
    public static readonly FileKind Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    public static readonly FileKind Csv = new("csv", "text/csv");

    /// <summary>Every kind that can be told from its content.</summary>
    public static readonly ImmutableArray<FileKind> All = [Jpeg, Png, Pdf, Xlsx, Csv];

    public bool IsImage => Word is "image";

    /// <summary>The kind of a content, or null for what is not taken.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? Jpeg
        : content.StartsWith<byte>([0x89, .. "PNG\r\n\u001A\n"u8]) ? Png
        : content.StartsWith("%PDF-"u8) ? Pdf
        : content.StartsWith("PK\u0003\u0004"u8) && content.IndexOf("xl/workbook.xml"u8) >= 0 ? Xlsx
        : IsText(content) ? Csv
        : null;

    /// <summary>The kind of a media type, or null for one of another.</summary>
    public static FileKind? OfType(string? mediaType) => All.FirstOrDefault(kind => string.Equals(kind.MediaType, mediaType, StringComparison.Ordinal));

    private static bool IsText(ReadOnlySpan<byte> content) =>
        content.Length > 0 && Utf8.IsValid(content) && content.IndexOfAnyInRange((byte)0, (byte)8) < 0 && content.IndexOfAnyInRange((byte)14, (byte)31) < 0;

    public override string ToString() => MediaType;
}
