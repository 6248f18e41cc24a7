using System.Numerics;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>Operators between whole numbers. A result takes the smallest of int, long and BigInteger that holds it.</summary>
internal static class IntegerOperators
{
    private const int GreatestShift = 1048576;

    public static object Evaluate(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, int left, int right)
    {
        switch (op)
        {
            case ScriptBinaryOperator.Add:
                return Smallest((long)left + right);
            case ScriptBinaryOperator.Subtract:
                return Smallest((long)left - right);
            case ScriptBinaryOperator.Multiply:
                return Smallest((long)left * right);
            case ScriptBinaryOperator.CompareEqual:
                return Boxed.Of(left == right);
            case ScriptBinaryOperator.CompareNotEqual:
                return Boxed.Of(left != right);
            case ScriptBinaryOperator.CompareLess:
                return Boxed.Of(left < right);
            case ScriptBinaryOperator.CompareLessOrEqual:
                return Boxed.Of(left <= right);
            case ScriptBinaryOperator.CompareGreater:
                return Boxed.Of(left > right);
            case ScriptBinaryOperator.CompareGreaterOrEqual:
                return Boxed.Of(left >= right);
            case ScriptBinaryOperator.Divide:
                return (double)left / right;
            default:
                return Evaluate(context, span, op, (long)left, right);
        }
    }

    public static object Evaluate(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, long left, long right)
    {
        switch (op)
        {
            case ScriptBinaryOperator.Divide:
                return (double)left / right;
            case ScriptBinaryOperator.DivideRound or ScriptBinaryOperator.Modulus when right == 0:
                throw new ScriptRuntimeException(span, "Attempted to divide by zero.");
            case ScriptBinaryOperator.DivideRound when right != -1:
                return Smallest(left / right);
            case ScriptBinaryOperator.Modulus:
                return right == -1 ? Boxed.Of(0) : Smallest(left % right);
            case ScriptBinaryOperator.RangeInclude:
                return Range(context, span, left, right, includesEnd: true);
            case ScriptBinaryOperator.RangeExclude:
                return Range(context, span, left, right, includesEnd: false);
            case ScriptBinaryOperator.EmptyCoalescing:
                return Smallest(left);
            case ScriptBinaryOperator.NotEmptyCoalescing:
                return Smallest(right);
            case ScriptBinaryOperator.And or ScriptBinaryOperator.Or:
                return Boxed.True;
            default:
                return Evaluate(context, span, op, (BigInteger)left, right);
        }
    }

    public static object Evaluate(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, BigInteger left, BigInteger right)
    {
        switch (op)
        {
            case ScriptBinaryOperator.Add:
                return Smallest(left + right);
            case ScriptBinaryOperator.Subtract:
                return Smallest(left - right);
            case ScriptBinaryOperator.Multiply:
                CheckBits(context, span, left.GetBitLength() + right.GetBitLength());
                return Smallest(left * right);
            case ScriptBinaryOperator.Divide:
                return (double)left / (double)right;
            case ScriptBinaryOperator.DivideRound:
                return Smallest(BigInteger.Divide(left, right));
            case ScriptBinaryOperator.Modulus:
                return Smallest(BigInteger.Remainder(left, right));
            case ScriptBinaryOperator.ShiftLeft:
                return Shifted(context, span, left, right, 1);
            case ScriptBinaryOperator.ShiftRight:
                return Shifted(context, span, left, right, -1);
            case ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude:
                throw new ScriptRuntimeException(span, $"The operator `{OperatorText.Of(op)}` is not implemented for bigint<->bigint");
            default:
                return Compare(op, left.CompareTo(right));
        }
    }

    public static object Smallest(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Smallest((long)value) : value;

    public static object Compare(ScriptBinaryOperator op, int order) => Boxed.Of(op switch
    {
        ScriptBinaryOperator.CompareEqual => order == 0,
        ScriptBinaryOperator.CompareNotEqual => order != 0,
        ScriptBinaryOperator.CompareLess => order < 0,
        ScriptBinaryOperator.CompareLessOrEqual => order <= 0,
        ScriptBinaryOperator.CompareGreater => order > 0,
        ScriptBinaryOperator.CompareGreaterOrEqual => order >= 0,
        _ => throw new InvalidOperationException($"The operator `{OperatorText.Of(op)}` is not implemented for numbers"),
    });

    private static object Smallest(long value) => value is >= int.MinValue and <= int.MaxValue ? Boxed.Of((int)value) : value;

    private static object Shifted(TemplateContext context, SourceSpan span, BigInteger value, BigInteger amount, int direction)
    {
        if (BigInteger.Abs(amount) > GreatestShift)
        {
            Functions.FormatText.CheckDigits(amount);
            throw new ScriptRuntimeException(span, $"Shift amount `{amount}` exceeds maximum supported magnitude `{GreatestShift}`.");
        }

        var shift = (int)amount * direction;
        CheckBits(context, span, value.GetBitLength() + Math.Max(shift, 0));
        return Smallest(value << shift);
    }

    /// <summary>Multiplying the product again and again must not use up the memory or the day.</summary>
    private static void CheckBits(TemplateContext context, SourceSpan span, long bits)
    {
        context.CheckAbort();
        if (bits > 2L * GreatestShift)
        {
            throw new ScriptRuntimeException(span, $"The integer exceeds `{2 * GreatestShift}` bits.");
        }
    }

    private static object Range(TemplateContext context, SourceSpan span, long from, long to, bool includesEnd)
    {
        var distance = (decimal)to - from;
        var count = Math.Abs(distance) + (includesEnd ? 1 : 0);
        var limit = context.LoopLimit;
        if ((limit > 0 && count > limit) || count > int.MaxValue)
        {
            throw new ScriptRuntimeException(span, $"Range expression exceeds LoopLimit `{limit}`.");
        }

        return new ScriptRange(new IntegerRange(from, (int)count, distance < 0 ? -1 : 1));
    }
}
