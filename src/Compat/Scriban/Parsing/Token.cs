namespace Scriban.Parsing;

internal enum TokenType
{
    Eof, Invalid, Raw, Escape, CodeEnter, CodeExit, NewLine, SemiColon,
    Identifier, IdentifierSpecial, Integer, HexInteger, BinaryInteger, Float, String, VerbatimString,
    InterpolatedBegin, InterpolatedText, InterpolatedExpressionEnd, InterpolatedEnd,
    Equal, EqualEqual, Exclamation, ExclamationEqual, Less, LessEqual, LessLess, Greater, GreaterEqual, GreaterGreater,
    Plus, PlusPlus, PlusEqual, Minus, MinusMinus, MinusEqual, Asterisk, AsteriskEqual, Divide, DivideEqual, DoubleDivide, DoubleDivideEqual,
    Percent, PercentEqual, DoubleAmp, DoublePipe, Pipe, PipeGreater, Caret, At, Dot, DoubleDot, DoubleDotLess,
    Question, QuestionDot, DoubleQuestion, QuestionExclamation, Colon, Comma,
    OpenParen, CloseParen, OpenBracket, CloseBracket, OpenBrace, CloseBrace,
}

/// <summary>A token; its span includes both ends.</summary>
internal readonly record struct Token(TokenType Type, TextPosition Start, TextPosition End, bool SpaceBefore);
