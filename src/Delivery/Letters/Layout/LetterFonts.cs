using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>
/// The web fonts of a letter, from the npm packages noto-sans and noto-sans-…; each package is cut into subsets by Unicode range.
/// A document gets only the subsets whose characters it uses, as data addresses: the browser then reads no file and no network.
/// </summary>
internal sealed class LetterFonts
{
    private static readonly string[] Latin = ["latin", "latin-ext"];
    private static readonly string[] Unwanted = ["math", "symbols"];

    private readonly List<Subset> _subsets = [];
    private readonly ConcurrentDictionary<string, string> _base64 = new(StringComparer.Ordinal);

    public LetterFonts(string folder)
    {
        foreach (var package in Directory.EnumerateDirectories(folder, "noto-sans*").OrderBy(p => p, StringComparer.Ordinal))
        {
            var name = Path.GetFileName(package);
            if (!File.Exists(Path.Combine(package, "unicode.json")))
            {
                continue;
            }

            using var ranges = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "unicode.json")));
            // Latin comes from noto-sans itself; the packages of other scripts carry copies of it.
            foreach (var subset in ranges.RootElement.EnumerateObject()
                .Where(s => !Unwanted.Contains(s.Name) && (name == "noto-sans" || !Latin.Contains(s.Name))))
            {
                _subsets.Add(new Subset(
                    Path.Combine(package, "files", $"{name}-{subset.Name}"), subset.Value.GetString()!, ParseRanges(subset.Value.GetString()!)));
            }
        }

        if (_subsets.Count == 0)
        {
            throw new InvalidOperationException($"The setting Letters__FontsFolder names a folder without noto-sans: {folder}");
        }
    }

    /// <summary>Whether every character can be drawn.</summary>
    public bool CanDraw(IEnumerable<int> characters) => characters.All(c => _subsets.Exists(s => s.Has(c)));

    /// <summary>The @font-face rules a document with these characters needs.</summary>
    public string FacesFor(IReadOnlySet<int> characters)
    {
        var css = new StringBuilder();
        foreach (var subset in _subsets.Where(s => characters.Any(s.Has)))
        {
            foreach (var weight in (int[])[400, 700])
            {
                var font = _base64.GetOrAdd(
                    string.Create(CultureInfo.InvariantCulture, $"{subset.Path}-{weight}-normal.woff2"),
                    file => Convert.ToBase64String(File.ReadAllBytes(file)));
                css.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:\"Letter Sans\";font-weight:{weight};")
                    .Append("src:url(data:font/woff2;base64,").Append(font).Append(") format(\"woff2\");")
                    .Append("unicode-range:").Append(subset.CssRange).Append("}\n");
            }
        }

        return css.ToString();
    }

    private static (int From, int To)[] ParseRanges(string css) => [.. css.Split(',', StringSplitOptions.TrimEntries).Select(range =>
    {
        var ends = range[2..].Split('-');
        var from = int.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (from, ends.Length == 1 ? from : int.Parse(ends[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    })];

    private sealed record Subset(string Path, string CssRange, (int From, int To)[] Ranges)
    {
        public bool Has(int character) => Array.Exists(Ranges, r => character >= r.From && character <= r.To);
    }
}
