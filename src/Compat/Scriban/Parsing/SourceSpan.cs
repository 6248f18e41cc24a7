namespace Scriban.Parsing;

/// <summary>A piece of a source text; both ends belong to it.</summary>
public struct SourceSpan
{
    /// <summary>Makes a span.</summary>
    /// <param name="fileName">The source's name.</param>
    /// <param name="start">First character.</param>
    /// <param name="end">Last character.</param>
    public SourceSpan(string fileName, TextPosition start, TextPosition end)
    {
        FileName = fileName;
        Start = start;
        End = end;
    }

    /// <summary>The source's name.</summary>
    public string FileName { get; set; }

    /// <summary>First character.</summary>
    public TextPosition Start { get; set; }

    /// <summary>Last character.</summary>
    public TextPosition End { get; set; }

    /// <summary>True for a span of no text.</summary>
    public bool IsEmpty => FileName == null;

    /// <summary>How many characters.</summary>
    public int Length => End.Offset - Start.Offset + 1;

    /// <summary>Where it begins.</summary>
    /// <returns><c>file(line,column)</c>.</returns>
    public string ToStringSimple() => $"{FileName}({Start.ToStringSimple()})";

    /// <inheritdoc />
    public override string ToString() => $"{FileName}({Start})-({End})";
}
