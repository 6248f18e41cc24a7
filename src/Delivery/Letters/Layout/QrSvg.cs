using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>A QR code as one inline SVG path; error level M, four modules of quiet zone.</summary>
internal static class QrSvg
{
    // Above version 10 (57 modules) a module is under 0.6 mm in our 36 mm box, and older telephones fail on paper.
    private const int MostModules = 57 + 8;

    /// <summary>The SVG element, or null when the text is too long to be read from paper.</summary>
    public static string? Draw(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > 213)
        {
            return null;
        }

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        return rows.Count > MostModules ? null : Draw(rows);
    }

    private static string Draw(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"qr\" role=\"img\" aria-label=\"QR\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>");
    }
}
