using System.Collections;
using System.Globalization;
using System.Text;
using ChatChannels.Runtime.Web;
using QRCoder;

namespace ChatChannels.Pages.Markup;

/// <summary>A QR code (ISO/IEC 18004) as an SVG element of one path, without style.</summary>
internal static class QrCode
{
    /// <summary>The code of a text, with the quiet zone of four modules that readers need.</summary>
    public static Html Of(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = data.ModuleMatrix.Count;
        return Html.Of($"""<svg class="qr" role="img" aria-label="{label}" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path d="{Path(data.ModuleMatrix)}"/></svg>""");
    }

    /// <summary>Each run of dark modules in a row is a bar one module high.</summary>
    private static string Path(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var start = 0; start < rows.Count; start++)
            {
                var end = start;
                while (end < rows.Count && rows[row][end])
                    end++;
                if (end > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{end - start}v1H{start}");
                start = end;
            }
        }

        return path.ToString();
    }
}
