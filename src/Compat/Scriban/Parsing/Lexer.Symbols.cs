namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    private void ReadSymbol(char c)
    {
        switch (c)
        {
            case '{':
                _braces++;
                AddHere(TokenType.OpenBrace, 1);
                break;
            case '<':
                AddEither('=', TokenType.LessEqual, '<', TokenType.DoubleLessThan, TokenType.Less);
                break;
            case '>':
                AddEither('=', TokenType.GreaterEqual, '>', TokenType.DoubleGreaterThan, TokenType.Greater);
                break;
            case '=':
                AddEither('=', TokenType.DoubleEqual, TokenType.Equal);
                break;
            case '!':
                AddEither('=', TokenType.ExclamationEqual, TokenType.Exclamation);
                break;
            case '|':
                AddEither('|', TokenType.DoubleVerticalBar, '>', TokenType.PipeGreater, TokenType.VerticalBar);
                break;
            case '&':
                AddEither('&', TokenType.DoubleAmp, TokenType.Amp);
                break;
            case '?':
                ReadQuestion();
                break;
            case '/':
                ReadSlash();
                break;
            case '.':
                ReadDot();
                break;
            case '+':
                AddEither('=', TokenType.PlusEqual, '+', TokenType.DoublePlus, TokenType.Plus);
                break;
            case '-':
                AddEither('=', TokenType.MinusEqual, '-', TokenType.DoubleMinus, TokenType.Minus);
                break;
            case '*':
                AddEither('=', TokenType.AsteriskEqual, TokenType.Asterisk);
                break;
            case '%':
                AddEither('=', TokenType.PercentEqual, TokenType.Percent);
                break;
            default:
                AddHere(SingleSymbol(c), 1);
                break;
        }
    }

    private static TokenType SingleSymbol(char c) => c switch
    {
        ';' => TokenType.SemiColon,
        '@' => TokenType.Arroba,
        '^' => TokenType.Caret,
        ':' => TokenType.Colon,
        ',' => TokenType.Comma,
        '(' => TokenType.OpenParen,
        ')' => TokenType.CloseParen,
        '[' => TokenType.OpenBracket,
        ']' => TokenType.CloseBracket,
        _ => TokenType.Invalid,
    };

    private void AddEither(char second, TokenType pair, TokenType single)
    {
        var isPair = Peek() == second;
        AddHere(isPair ? pair : single, isPair ? 2 : 1);
    }

    private void AddEither(char second, TokenType pair, char otherSecond, TokenType otherPair, TokenType single)
    {
        var next = Peek();
        if (next == second)
        {
            AddHere(pair, 2);
        }
        else if (next == otherSecond)
        {
            AddHere(otherPair, 2);
        }
        else
        {
            AddHere(single, 1);
        }
    }

    private void ReadQuestion()
    {
        var next = Peek();
        var pair = next switch
        {
            '?' => TokenType.DoubleQuestion,
            '.' => TokenType.QuestionDot,
            '!' => TokenType.QuestionExclamation,
            _ => TokenType.Question,
        };
        AddHere(pair, pair == TokenType.Question ? 1 : 2);
    }

    private void ReadSlash()
    {
        if (Peek() == '/')
        {
            var assigns = Peek(2) == '=';
            AddHere(assigns ? TokenType.DoubleDivideEqual : TokenType.DoubleDivide, assigns ? 3 : 2);
            return;
        }

        AddEither('=', TokenType.DivideEqual, TokenType.Divide);
    }

    private void ReadDot()
    {
        if (Peek() != '.')
        {
            AddHere(TokenType.Dot, 1);
        }
        else if (Peek(2) == '<')
        {
            AddHere(TokenType.DoubleDotLess, 3);
        }
        else if (Peek(2) == '.')
        {
            AddHere(TokenType.TripleDot, 3);
        }
        else
        {
            AddHere(TokenType.DoubleDot, 2);
        }
    }
}
