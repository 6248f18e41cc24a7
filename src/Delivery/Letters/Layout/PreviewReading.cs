using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>Turns what the browser has laid out and measured into a preview.</summary>
internal static partial class PreviewReading
{
    public static LetterPreview Read(JsonElement measured, string css, EnvelopeProfile envelope, LetterProblemKind? problem)
    {
        var rules = new StringBuilder(css);
        var html = WithoutStyles(measured.GetProperty("html").GetString()!, rules);
        var ink = measured.GetProperty("boxes").EnumerateArray()
            .Select(box => (IsAddress: box.GetProperty("address").GetBoolean(), Box: Box(box.GetProperty("box"))))
            .ToLookup(box => box.IsAddress, box => box.Box);
        var front = html.IndexOf("<section class=\"page back\"", StringComparison.Ordinal);
        return new LetterPreview(
            problem,
            html,
            front < 0 ? "" : html[html.IndexOf("<section", StringComparison.Ordinal)..front],
            rules.ToString(),
            Windows(envelope, [.. ink[true]], [.. ink[false]]));
    }

    /// <summary>What the window shows with the sheet in each corner of the envelope.</summary>
    public static ImmutableArray<WindowView> Windows(EnvelopeProfile envelope, ImmutableArray<MillimetreBox> address, ImmutableArray<MillimetreBox> others) =>
    [
        .. from isRight in (bool[])[false, true]
           from isDown in (bool[])[false, true]
           let seen = envelope.SeenAt(isRight ? envelope.SlackX : 0, isDown ? envelope.SlackY : 0)
           select new WindowView(isRight, isDown, seen, address.Length > 0 && address.All(seen.Contains), !others.Any(seen.Overlaps)),
    ];

    /// <summary>Moves what the script has set on single elements into the style sheet: a page that allows one style sheet and nothing else can
    /// then show them.</summary>
    public static string WithoutStyles(string html, StringBuilder css)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return StyleAttribute().Replace(html, attribute =>
        {
            var style = attribute.Groups["style"].Value;
            if (!seen.TryGetValue(style, out var number))
            {
                number = seen[style] = seen.Count + 1;
                css.Append(CultureInfo.InvariantCulture, $"[data-style=\"{number}\"]{{{style}}}");
            }

            return string.Create(CultureInfo.InvariantCulture, $" data-style=\"{number}\"");
        });
    }

    private static MillimetreBox Box(JsonElement box) => new(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble());

    [GeneratedRegex(@"(?<=<[^<>]*) style=""(?<style>[^""]*)""")]
    private static partial Regex StyleAttribute();
}
