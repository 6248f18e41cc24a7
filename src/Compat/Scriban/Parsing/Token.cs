namespace Scriban.Parsing;

/// <summary>A token without its text; both ends belong to it. Only CodeEnter has an <see cref="Indent"/>: the number of characters of
/// white space in front of it that each further line written by the block repeats, or -1.</summary>
internal readonly record struct Token(TokenType Type, TextPosition Start, TextPosition End, int Indent = -1)
{
    public int Length => End.Offset - Start.Offset + 1;

    public ReadOnlySpan<char> TextIn(string source) =>
        Type == TokenType.Eof ? "<eof>" : source.AsSpan(Start.Offset, Length);
}
