namespace Scriban.Parsing;

/// <summary>A place in a text. All numbers count from zero.</summary>
public struct TextPosition : IEquatable<TextPosition>
{
    /// <summary>The place after the end of a text.</summary>
    public static readonly TextPosition Eof = new(-1, -1, -1);

    /// <summary>Makes a position.</summary>
    /// <param name="offset">Characters from the start.</param>
    /// <param name="line">Line.</param>
    /// <param name="column">Column.</param>
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
    /// <returns><c>line,column</c>.</returns>
    public string ToStringSimple() => $"{Line + 1},{Column + 1}";

    /// <inheritdoc />
    public override string ToString() => $"({Offset}:{Line},{Column})";

    /// <inheritdoc />
    public bool Equals(TextPosition other) => Offset == other.Offset && Line == other.Line && Column == other.Column;

    /// <inheritdoc />
    public override bool Equals(object obj) => obj is TextPosition other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Offset;

    /// <summary>Equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TextPosition left, TextPosition right) => left.Equals(right);

    /// <summary>Not equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TextPosition left, TextPosition right) => !left.Equals(right);
}
