using System.Numerics;
using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>Arithmetic: the wider type decides; whole numbers grow instead of overflowing.</summary>
internal static partial class ScriptOperators
{
    private const int LongestShift = 10_000;

    private static bool IsNumber(object value) =>
        value is int or long or double or float or decimal or BigInteger or bool or byte or short or uint or ulong or ushort or sbyte;

    private static object Numbers(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        if (left is decimal || right is decimal)
        {
            return Decimals(context, span, op, Convert.ToDecimal(Plain(left), null), Convert.ToDecimal(Plain(right), null));
        }

        if (left is double || right is double)
        {
            return Doubles(context, span, op, ToDouble(left), ToDouble(right), static value => value);
        }

        if (left is float || right is float)
        {
            return Doubles(context, span, op, ToDouble(left), ToDouble(right), static value => (float)value);
        }

        return Integers(context, span, op, Big(left), Big(right));
    }

    private static object Integers(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, BigInteger left, BigInteger right)
    {
        switch (op)
        {
            case ScriptBinaryOperator.Add:
                return Smallest(left + right);
            case ScriptBinaryOperator.Subtract:
                return Smallest(left - right);
            case ScriptBinaryOperator.Multiply:
                CheckSize(context, span, left.GetByteCount() + (long)right.GetByteCount());
                return Smallest(left * right);
            case ScriptBinaryOperator.Divide:
                return (double)left / (double)right;
            case ScriptBinaryOperator.DivideRound or ScriptBinaryOperator.Modulus when right.IsZero:
                throw new ScriptRuntimeException(span, "Attempted to divide by zero.");
            case ScriptBinaryOperator.DivideRound:
                return Smallest(BigInteger.Divide(left, right));
            case ScriptBinaryOperator.Modulus:
                return Smallest(BigInteger.Remainder(left, right));
            case ScriptBinaryOperator.ShiftLeft or ScriptBinaryOperator.ShiftRight:
                if (BigInteger.Abs(right) > LongestShift)
                {
                    throw new ScriptRuntimeException(span, "The shift is too long");
                }

                return Smallest(op == ScriptBinaryOperator.ShiftLeft ? left << (int)right : left >> (int)right);
            default:
                return Compared(op, left.CompareTo(right)) ?? throw NotSupported(context, span, op, left, right);
        }
    }

    private static object Doubles(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, double left, double right, Func<double, object> result)
    {
        return op switch
        {
            ScriptBinaryOperator.Add => result(left + right),
            ScriptBinaryOperator.Subtract => result(left - right),
            ScriptBinaryOperator.Multiply => result(left * right),
            ScriptBinaryOperator.Divide => result(left / right),
            ScriptBinaryOperator.DivideRound => result(Math.Round(left / right)),
            ScriptBinaryOperator.Modulus => result(left % right),
            ScriptBinaryOperator.CompareEqual => left == right,
            ScriptBinaryOperator.CompareNotEqual => left != right,
            ScriptBinaryOperator.CompareLess => left < right,
            ScriptBinaryOperator.CompareLessOrEqual => left <= right,
            ScriptBinaryOperator.CompareGreater => left > right,
            ScriptBinaryOperator.CompareGreaterOrEqual => left >= right,
            _ => throw NotSupported(context, span, op, left, right),
        };
    }

    private static object Decimals(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, decimal left, decimal right)
    {
        try
        {
            return op switch
            {
                ScriptBinaryOperator.Add => left + right,
                ScriptBinaryOperator.Subtract => left - right,
                ScriptBinaryOperator.Multiply => left * right,
                ScriptBinaryOperator.Divide => left / right,
                ScriptBinaryOperator.DivideRound => Math.Round(left / right),
                ScriptBinaryOperator.Modulus => left % right,
                _ => Compared(op, left.CompareTo(right)) ?? throw NotSupported(context, span, op, left, right),
            };
        }
        catch (ArithmeticException exception)
        {
            throw new ScriptRuntimeException(span, exception.Message, exception);
        }
    }

    private static void CheckSize(TemplateContext context, SourceSpan span, long bytes)
    {
        if (context.LimitToString > 0 && bytes > context.LimitToString)
        {
            throw new ScriptRuntimeException(span, "The number is too large");
        }
    }

    private static object Plain(object value) => value is BigInteger big ? (decimal)big : value;

    private static double ToDouble(object value) => value is BigInteger big ? (double)big : Convert.ToDouble(value, null);

    private static BigInteger Big(object value) => value switch
    {
        BigInteger big => big,
        bool flag => flag ? 1 : 0,
        ulong number => number,
        _ => Convert.ToInt64(value, null),
    };

    private static object Smallest(BigInteger value) =>
        value >= int.MinValue && value <= int.MaxValue ? (int)value
        : value >= long.MinValue && value <= long.MaxValue ? (long)value
        : value;
}
