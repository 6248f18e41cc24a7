using Scriban.Syntax;

namespace Notifieringar.Templates.Checking;

/// <summary>A stretch of a source that a reader may see: text outside the code, or a quoted text inside it, quotation marks included.</summary>
internal readonly record struct SaidText(string Source, int Offset, int Length)
{
    public ReadOnlySpan<char> Span => Source.AsSpan(Offset, Length);

    public override string ToString() => Source.Substring(Offset, Length);

    public SourcePlace PlaceOf(int index) => SourcePlace.Of(Source, Offset + index);

    /// <summary>All stretches in order; without a syntax tree, the whole source.</summary>
    public static IReadOnlyList<SaidText> In(ScriptPage? page, string source)
    {
        if (page is null)
        {
            return [new SaidText(source, 0, source.Length)];
        }

        var said = new List<SaidText>();
        Gather(page, source, said);
        return said;
    }

    private static void Gather(ScriptNode node, string source, List<SaidText> said)
    {
        if (node is ScriptRawStatement or ScriptLiteral { Value: string })
        {
            var start = node.Span.Start.Offset;
            said.Add(new SaidText(source, start, Math.Min(node.Span.Length, source.Length - start)));
        }

        foreach (var child in node.Children)
        {
            Gather(child, source, said);
        }
    }
}
