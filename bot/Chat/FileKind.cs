using System.Text.Unicode;

namespace ChatChannels.Bot.Chat;

/// <summary>What a file is by its content, whatever its name or its sender says (ITU-T T.81 B.1.1, PNG 5.2, ISO 32000-1 7.5.2).</summary>
/// <param name="MediaType">The type that it is kept and shown as.</param>
internal sealed record FileKind(string MediaType)
{
    private static readonly FileKind Jpeg = new("image/jpeg");
    private static readonly FileKind Png = new("image/png");
    private static readonly FileKind Pdf = new("application/pdf");
    private static readonly FileKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static readonly FileKind Csv = new("text/csv");

    public bool IsImage => MediaType.StartsWith("image/", StringComparison.Ordinal);

    public bool IsPdf => this == Pdf;

    /// <summary>The kind of a content, or null for what is not taken.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? Jpeg
        : content.StartsWith<byte>([0x89, .. "PNG\r\n\u001A\n"u8]) ? Png
        : content.StartsWith("%PDF-"u8) ? Pdf
        : content.StartsWith("PK\u0003\u0004"u8) && content.IndexOf("xl/workbook.xml"u8) >= 0 ? Xlsx
        : IsText(content) ? Csv
        : null;

    private static bool IsText(ReadOnlySpan<byte> content) =>
        content.Length > 0 && Utf8.IsValid(content) && content.IndexOfAnyInRange((byte)0, (byte)8) < 0 && content.IndexOfAnyInRange((byte)14, (byte)31) < 0;

    public override string ToString() => MediaType;
}
