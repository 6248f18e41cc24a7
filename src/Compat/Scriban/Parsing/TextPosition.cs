namespace Scriban.Parsing;

/// <summary>A place in a text. All numbers count from zero.</summary>
public struct TextPosition : IEquatable<TextPosition>
{
    /// <summary>The place after the end of a text.</summary>
    internal static readonly TextPosition Eof = new(-1, -1, -1);

    /// <summary>Makes a position.</summary>
    public TextPosition(int offset, int line, int column)
    {
        Offset = offset;
        Line = line;
        Column = column;
    }

    /// <summary>Characters from the start.</summary>
    public int Offset { get; set; }

    /// <summary>Line, from zero.</summary>
    public int Line { get; set; }

    /// <summary>Column, from zero.</summary>
    public int Column { get; set; }

    /// <summary>The position as people count, from one.</summary>
    public string ToStringSimple() => $"{Line + 1},{Column + 1}";

    /// <inheritdoc />
    public override string ToString() => $"({Offset}:{Line},{Column})";

    /// <inheritdoc />
    public bool Equals(TextPosition other) => Offset == other.Offset && Line == other.Line && Column == other.Column;

    /// <inheritdoc />
    public override bool Equals(object obj) => obj is TextPosition other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Offset;
}
