using Scriban.Parsing;

namespace Notifieringar.Templates.Checking;

/// <summary>A place in a source, as people count: from 1.</summary>
internal readonly record struct SourcePlace(int Line, int Column)
{
    public static readonly SourcePlace Start = new(1, 1);

    public static SourcePlace Of(TextPosition position) =>
        position.Line < 0 ? Start : new SourcePlace(position.Line + 1, position.Column + 1);

    public static SourcePlace Of(string source, int offset)
    {
        var before = source.AsSpan(0, offset);
        return new SourcePlace(before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }
}
