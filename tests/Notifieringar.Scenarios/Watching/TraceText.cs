using System.Globalization;
using System.Text;

namespace Notifieringar.Scenarios.Watching;

/// <summary>Traces as a person reads them: a tree, with what each span links to and says.</summary>
internal static class TraceText
{
    private const double NanosecondsInMillisecond = 1_000_000;

    /// <summary>A trace, and before it those its spans link to.</summary>
    public static string Of(IReadOnlyList<SeenSpan> spans, string trace)
    {
        var own = spans.Where(span => span.Trace == trace).ToList();
        var linked = own.SelectMany(span => span.Links).Select(link => link.Trace).Where(other => other != trace).Distinct();
        var text = new StringBuilder();
        foreach (var one in linked.Append(trace).OrderBy(one => spans.Where(span => span.Trace == one).Min(span => span.Began)))
        {
            Write(text, [.. spans.Where(span => span.Trace == one).OrderBy(span => span.Began)], one);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, List<SeenSpan> spans, string trace)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"trace {trace}");
        var known = spans.Select(span => span.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var root in spans.Where(span => !known.Contains(span.Parent)))
        {
            Write(text, spans, root, depth: 1);
        }
    }

    private static void Write(StringBuilder text, List<SeenSpan> spans, SeenSpan span, int depth)
    {
        var milliseconds = (span.Ended - span.Began) / NanosecondsInMillisecond;
        text.Append(' ', 2 * depth).Append(CultureInfo.InvariantCulture, $"{span.Name} [{span.Id}] {milliseconds:0.0} ms");
        foreach (var (name, value) in span.Tags)
        {
            text.Append(CultureInfo.InvariantCulture, $" {name.Replace("notifieringar.", "", StringComparison.Ordinal)}={value}");
        }

        foreach (var (trace, linked) in span.Links)
        {
            text.Append(CultureInfo.InvariantCulture, $" -> {linked} of {trace[..8]}…");
        }

        text.AppendLine();
        foreach (var child in spans.Where(child => child.Parent == span.Id))
        {
            Write(text, spans, child, depth + 1);
        }
    }
}
