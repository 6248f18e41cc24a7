using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Notifieringar.Delivery.Letters.Browser;

/// <summary>
/// Counts the pages of a PDF that Chromium wrote (it keeps its objects uncompressed). The page list is computed; this is the check that
/// it is true, because a list that is one page off has a family's letter pulled instead of another's.
/// </summary>
internal static partial class PdfPageCount
{
    /// <summary>The count at the root of the page tree; 0 when there is none.</summary>
    public static int Of(ReadOnlySpan<byte> pdf)
    {
        var most = 0;
        foreach (Match node in Node().Matches(Encoding.Latin1.GetString(pdf)))
        {
            most = Math.Max(most, int.Parse(node.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }

        return most;
    }

    [GeneratedRegex(@"/Type /Pages\s[^>]*?/Count (\d+)")]
    private static partial Regex Node();
}
