namespace Scriban.Parsing;

/// <summary>The code inside braces.</summary>
internal sealed partial class Lexer
{
    private void ReadCode(bool closes)
    {
        while (_offset < _text.Length)
        {
            if (closes && TryClose())
            {
                return;
            }

            var sign = Current;
            var start = Position;
            if (sign == '\n')
            {
                if (_open.Count > 0 && _open.Peek() != '(')
                {
                    Advance();
                    _space = true;
                }
                else
                {
                    Add(TokenType.NewLine, start, 1);
                }
            }
            else if (char.IsWhiteSpace(sign))
            {
                Advance();
                _space = true;
            }
            else if (sign == '#')
            {
                SkipComment(closes);
            }
            else if (sign == '\0')
            {
                Error(start, "Unexpected NUL character");
                Advance(_text.Length - _offset);
                return;
            }
            else if (char.IsLetter(sign) || sign == '_')
            {
                ReadIdentifier(start);
            }
            else if (sign == '$' && Peek() is '"' or '\'')
            {
                ReadInterpolated();
            }
            else if (sign == '$')
            {
                ReadSpecial(start);
            }
            else if (char.IsAsciiDigit(sign))
            {
                ReadNumber(start);
            }
            else if (sign is '"' or '\'')
            {
                ReadString(sign);
            }
            else if (sign == '`')
            {
                ReadVerbatim();
            }
            else
            {
                ReadSign(start);
            }
        }
    }

    private bool TryClose()
    {
        var trim = Current is '-' or '~' && Peek() == '}' && Peek(2) == '}' ? Current : '\0';
        if (trim == '\0' && !(Current == '}' && Peek() == '}'))
        {
            return false;
        }

        if (trim == '\0' && _open.Count > 0 && _open.Peek() == '{' && (_open.Count(sign => sign == '{') > 1 || Peek(2) == '}'))
        {
            return false; // the end of an object in an object, or of an object before the end of the code
        }

        Add(TokenType.CodeExit, Position, trim == '\0' ? 2 : 3);
        SkipAfter(trim);
        return true;
    }

    private void SkipComment(bool closes)
    {
        var isBlock = Peek() == '#';
        Advance(isBlock ? 2 : 1);
        while (_offset < _text.Length && !(closes && IsClose()))
        {
            if (isBlock && Current == '#' && Peek() == '#')
            {
                Advance(2);
                _space = true;
                return;
            }

            if (!isBlock && Current == '\n')
            {
                return;
            }

            Advance();
        }

        _space = true;
    }

    private bool IsClose() => (Current == '}' && Peek() == '}') || (Current is '-' or '~' && Peek() == '}' && Peek(2) == '}');

    private void ReadIdentifier(TextPosition start)
    {
        while (char.IsLetterOrDigit(Current) || Current == '_')
        {
            Advance();
        }

        Add(TokenType.Identifier, start);
    }

    private void ReadSpecial(TextPosition start)
    {
        Advance();
        if (Current == '$')
        {
            Advance();
        }
        else
        {
            while (char.IsLetterOrDigit(Current) || Current == '_')
            {
                Advance();
            }
        }

        Add(TokenType.IdentifierSpecial, start);
    }

    private void ReadSign(TextPosition start)
    {
        var (type, length) = SignAt();
        switch (Current)
        {
            case '(' or '[' or '{':
                _open.Push(Current);
                break;
            case ')' or ']' or '}' when _open.Count > 0:
                _open.Pop();
                break;
        }

        if (type == TokenType.Invalid)
        {
            Error(start, $"Unexpected character `{Current}`");
        }

        Add(type, start, length);
    }

    private (TokenType Type, int Length) SignAt() => (Current, Peek(), Peek(2)) switch
    {
        ('/', '/', '=') => (TokenType.DoubleDivideEqual, 3),
        ('.', '.', '<') => (TokenType.DoubleDotLess, 3),
        ('=', '=', _) => (TokenType.EqualEqual, 2),
        ('!', '=', _) => (TokenType.ExclamationEqual, 2),
        ('<', '=', _) => (TokenType.LessEqual, 2),
        ('<', '<', _) => (TokenType.LessLess, 2),
        ('>', '=', _) => (TokenType.GreaterEqual, 2),
        ('>', '>', _) => (TokenType.GreaterGreater, 2),
        ('+', '+', _) => (TokenType.PlusPlus, 2),
        ('+', '=', _) => (TokenType.PlusEqual, 2),
        ('-', '-', _) => (TokenType.MinusMinus, 2),
        ('-', '=', _) => (TokenType.MinusEqual, 2),
        ('*', '=', _) => (TokenType.AsteriskEqual, 2),
        ('/', '=', _) => (TokenType.DivideEqual, 2),
        ('/', '/', _) => (TokenType.DoubleDivide, 2),
        ('%', '=', _) => (TokenType.PercentEqual, 2),
        ('&', '&', _) => (TokenType.DoubleAmp, 2),
        ('|', '|', _) => (TokenType.DoublePipe, 2),
        ('|', '>', _) => (TokenType.PipeGreater, 2),
        ('.', '.', _) => (TokenType.DoubleDot, 2),
        ('?', '?', _) => (TokenType.DoubleQuestion, 2),
        ('?', '!', _) => (TokenType.QuestionExclamation, 2),
        ('?', '.', _) => (TokenType.QuestionDot, 2),
        ('=', _, _) => (TokenType.Equal, 1),
        ('!', _, _) => (TokenType.Exclamation, 1),
        ('<', _, _) => (TokenType.Less, 1),
        ('>', _, _) => (TokenType.Greater, 1),
        ('+', _, _) => (TokenType.Plus, 1),
        ('-', _, _) => (TokenType.Minus, 1),
        ('*', _, _) => (TokenType.Asterisk, 1),
        ('/', _, _) => (TokenType.Divide, 1),
        ('%', _, _) => (TokenType.Percent, 1),
        ('|', _, _) => (TokenType.Pipe, 1),
        ('^', _, _) => (TokenType.Caret, 1),
        ('@', _, _) => (TokenType.At, 1),
        ('.', _, _) => (TokenType.Dot, 1),
        ('?', _, _) => (TokenType.Question, 1),
        (':', _, _) => (TokenType.Colon, 1),
        (',', _, _) => (TokenType.Comma, 1),
        (';', _, _) => (TokenType.SemiColon, 1),
        ('(', _, _) => (TokenType.OpenParen, 1),
        (')', _, _) => (TokenType.CloseParen, 1),
        ('[', _, _) => (TokenType.OpenBracket, 1),
        (']', _, _) => (TokenType.CloseBracket, 1),
        ('{', _, _) => (TokenType.OpenBrace, 1),
        ('}', _, _) => (TokenType.CloseBrace, 1),
        _ => (TokenType.Invalid, 1),
    };
}
