using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>How strongly an operator binds; a higher number binds stronger.</summary>
internal enum Precedence
{
    None,
    Pipe,
    Conditional,
    Coalescing,
    Or,
    And,
    Equality,
    Comparison,
    Additive,
    Multiplicative,
    Range,
    Unary,
    Postfix,
}

internal static class BinaryOperators
{
    public static (ScriptBinaryOperator Operator, Precedence Precedence) Of(TokenType type) => type switch
    {
        TokenType.DoubleQuestion => (ScriptBinaryOperator.EmptyCoalescing, Precedence.Coalescing),
        TokenType.QuestionExclamation => (ScriptBinaryOperator.NotEmptyCoalescing, Precedence.Coalescing),
        TokenType.DoubleVerticalBar => (ScriptBinaryOperator.Or, Precedence.Or),
        TokenType.DoubleAmp => (ScriptBinaryOperator.And, Precedence.And),
        TokenType.DoubleEqual => (ScriptBinaryOperator.CompareEqual, Precedence.Equality),
        TokenType.ExclamationEqual => (ScriptBinaryOperator.CompareNotEqual, Precedence.Equality),
        TokenType.Less => (ScriptBinaryOperator.CompareLess, Precedence.Comparison),
        TokenType.LessEqual => (ScriptBinaryOperator.CompareLessOrEqual, Precedence.Comparison),
        TokenType.Greater => (ScriptBinaryOperator.CompareGreater, Precedence.Comparison),
        TokenType.GreaterEqual => (ScriptBinaryOperator.CompareGreaterOrEqual, Precedence.Comparison),
        TokenType.Plus => (ScriptBinaryOperator.Add, Precedence.Additive),
        TokenType.Minus => (ScriptBinaryOperator.Subtract, Precedence.Additive),
        TokenType.Asterisk => (ScriptBinaryOperator.Multiply, Precedence.Multiplicative),
        TokenType.Divide => (ScriptBinaryOperator.Divide, Precedence.Multiplicative),
        TokenType.DoubleDivide => (ScriptBinaryOperator.DivideRound, Precedence.Multiplicative),
        TokenType.Percent => (ScriptBinaryOperator.Modulus, Precedence.Multiplicative),
        TokenType.DoubleLessThan => (ScriptBinaryOperator.ShiftLeft, Precedence.Multiplicative),
        TokenType.DoubleGreaterThan => (ScriptBinaryOperator.ShiftRight, Precedence.Multiplicative),
        TokenType.DoubleDot => (ScriptBinaryOperator.RangeInclude, Precedence.Range),
        TokenType.DoubleDotLess => (ScriptBinaryOperator.RangeExclude, Precedence.Range),
        _ => (ScriptBinaryOperator.None, Precedence.None),
    };

    public static ScriptBinaryOperator? OfAssignment(TokenType type) => type switch
    {
        TokenType.Equal => ScriptBinaryOperator.None,
        TokenType.PlusEqual => ScriptBinaryOperator.Add,
        TokenType.MinusEqual => ScriptBinaryOperator.Subtract,
        TokenType.AsteriskEqual => ScriptBinaryOperator.Multiply,
        TokenType.DivideEqual => ScriptBinaryOperator.Divide,
        TokenType.DoubleDivideEqual => ScriptBinaryOperator.DivideRound,
        TokenType.PercentEqual => ScriptBinaryOperator.Modulus,
        _ => null,
    };
}
