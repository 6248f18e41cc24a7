using System.Collections;
using System.Numerics;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>What operators do with values.</summary>
internal static partial class ScriptOperators
{
    public static object Evaluate(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right) =>
        Evaluate(context, span, op, span, left, span, right);

    public static object Evaluate(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, SourceSpan leftSpan, object left, SourceSpan rightSpan, object right)
    {
        if (op is ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual && (left is EmptyScriptObject || right is EmptyScriptObject))
        {
            var other = left is EmptyScriptObject ? right : left;
            var isEmpty = other is not null and not string && (other is EmptyScriptObject || context.IsEmpty(span, other) is true);
            return isEmpty == (op == ScriptBinaryOperator.CompareEqual);
        }

        if (op is ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude)
        {
            return Range(context, op, leftSpan, left, rightSpan, right);
        }

        if (left is string or char or IScriptOutput || right is string or char or IScriptOutput)
        {
            return Texts(context, span, op, left, right);
        }

        if (left is null || right is null)
        {
            return WithNull(op, left, right);
        }

        if (left is IEnumerable and not IScriptObject || left is ScriptArray || right is ScriptArray or ScriptRange)
        {
            return Lists(context, span, op, left, right);
        }

        if (left is DateTime || right is DateTime || left is TimeSpan || right is TimeSpan)
        {
            return Times(span, op, left, right) ?? throw NotSupported(context, span, op, left, right);
        }

        if (left is bool && right is bool)
        {
            return op switch
            {
                ScriptBinaryOperator.CompareEqual => Equals(left, right),
                ScriptBinaryOperator.CompareNotEqual => !Equals(left, right),
                _ => throw NotSupported(context, span, op, left, right),
            };
        }

        if (IsNumber(left) && IsNumber(right))
        {
            return Numbers(context, span, op, left, right);
        }

        return op switch
        {
            ScriptBinaryOperator.CompareEqual => Same(left, right),
            ScriptBinaryOperator.CompareNotEqual => !Same(left, right),
            _ => throw NotSupported(context, span, op, left, right),
        };
    }

    public static object Negate(TemplateContext context, SourceSpan span, object value) => value switch
    {
        null => null,
        int number => number == int.MinValue ? -(long)number : -number,
        long number => number == long.MinValue ? -(BigInteger)number : (object)-number,
        BigInteger number => -number,
        double number => -number,
        float number => -number,
        decimal number => -number,
        _ => throw new ScriptRuntimeException(span, $"Unable to negate a value of type `{context.GetTypeName(value)}`"),
    };

    public static object Plus(TemplateContext context, SourceSpan span, object value) =>
        value is null || IsNumber(value) ? value : throw new ScriptRuntimeException(span, $"Unable to convert a value of type `{context.GetTypeName(value)}` to a number");

    private static bool Same(object left, object right) => (left, right) switch
    {
        (Enum one, string name) => one.ToString() == name,
        (Enum one, IConvertible number) => Convert.ToInt64(one, null) == Convert.ToInt64(number, null),
        (IConvertible number, Enum one) => Convert.ToInt64(one, null) == Convert.ToInt64(number, null),
        (IScriptObject, _) or (_, IScriptObject) => ReferenceEquals(left, right),
        _ => Equals(left, right),
    };

    private static object Texts(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        if (op == ScriptBinaryOperator.Multiply)
        {
            var text = right is string ? right : left;
            var count = context.ToInt(span, right is string ? left : right);
            var repeated = context.ObjectToString(text);
            if (context.LimitToString > 0 && (long)repeated.Length * count > context.LimitToString)
            {
                throw new ScriptRuntimeException(span, $"The repeated text is longer than the limit {context.LimitToString}");
            }

            return count <= 0 ? "" : new System.Text.StringBuilder(repeated.Length * count).Insert(0, repeated, count).ToString();
        }

        if (op == ScriptBinaryOperator.Add)
        {
            return context.ObjectToString(left) + context.ObjectToString(right);
        }

        if (left is null || right is null)
        {
            return WithNull(op, left, right) is bool known && op >= ScriptBinaryOperator.CompareEqual && op <= ScriptBinaryOperator.CompareGreater ? known
                : throw NotSupported(context, span, op, left, right);
        }

        var order = string.CompareOrdinal(context.ObjectToString(left), context.ObjectToString(right));
        return Compared(op, order) ?? throw NotSupported(context, span, op, left, right);
    }

    private static object WithNull(ScriptBinaryOperator op, object left, object right) => op switch
    {
        ScriptBinaryOperator.CompareEqual => left is null && right is null,
        ScriptBinaryOperator.CompareNotEqual => !(left is null && right is null),
        ScriptBinaryOperator.CompareLessOrEqual or ScriptBinaryOperator.CompareGreaterOrEqual => left is null && right is null,
        ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareGreater => false,
        _ => null,
    };

    private static object Compared(ScriptBinaryOperator op, int order) => op switch
    {
        ScriptBinaryOperator.CompareEqual => order == 0,
        ScriptBinaryOperator.CompareNotEqual => order != 0,
        ScriptBinaryOperator.CompareLess => order < 0,
        ScriptBinaryOperator.CompareLessOrEqual => order <= 0,
        ScriptBinaryOperator.CompareGreater => order > 0,
        ScriptBinaryOperator.CompareGreaterOrEqual => order >= 0,
        _ => null,
    };

    private static object Times(SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        _ = span;
        return (left, right) switch
        {
            (DateTime one, DateTime other) when op == ScriptBinaryOperator.Subtract => one - other,
            (DateTime one, DateTime other) => Compared(op, one.CompareTo(other)),
            (DateTime one, TimeSpan other) when op == ScriptBinaryOperator.Add => one + other,
            (TimeSpan one, TimeSpan other) when op is ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual =>
                one == other == (op == ScriptBinaryOperator.CompareEqual),
            _ => op switch { ScriptBinaryOperator.CompareEqual => false, ScriptBinaryOperator.CompareNotEqual => true, _ => null },
        };
    }

    private static object Lists(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        var list = left as IEnumerable;
        switch (op)
        {
            case ScriptBinaryOperator.Add when right is IEnumerable other:
                return new ScriptArray(list!.Cast<object>().Concat(other.Cast<object>()));
            case ScriptBinaryOperator.ShiftLeft when list is not null:
                return new ScriptArray(list.Cast<object>().Append(right));
            case ScriptBinaryOperator.ShiftRight when right is IEnumerable other:
                return new ScriptArray(other.Cast<object>().Prepend(left));
            case ScriptBinaryOperator.Multiply when list is not null && IsNumber(right):
                var items = list.Cast<object>().ToList();
                var times = context.ToInt(span, right);
                if (context.LoopLimit > 0 && (long)items.Count * times > context.LoopLimit)
                {
                    throw new ScriptRuntimeException(span, $"Exceeding number of iteration limit `{context.LoopLimit}`");
                }

                return new ScriptArray(Enumerable.Range(0, Math.Max(0, times)).SelectMany(_ => items));
            case ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual when right is IEnumerable other and not string:
                var equal = list!.Cast<object>().SequenceEqual(other.Cast<object>());
                return equal == (op == ScriptBinaryOperator.CompareEqual);
            default:
                return op switch
                {
                    ScriptBinaryOperator.CompareEqual => false,
                    ScriptBinaryOperator.CompareNotEqual => true,
                    _ => throw NotSupported(context, span, op, left, right),
                };
        }
    }

    private static ScriptRange Range(
        TemplateContext context, ScriptBinaryOperator op, SourceSpan leftSpan, object left, SourceSpan rightSpan, object right)
    {
        if (!IsNumber(left) || !IsNumber(right))
        {
            throw new ScriptRuntimeException(IsNumber(left) ? rightSpan : leftSpan, "A range needs whole numbers");
        }

        var from = (long)context.ToInt(leftSpan, left);
        var to = (long)context.ToInt(rightSpan, right);
        var step = from <= to ? 1 : -1;
        var end = op == ScriptBinaryOperator.RangeExclude ? to - step : to;
        return new ScriptRange(Steps(from, end, step));
    }

    private static IEnumerable<object> Steps(long from, long end, int step)
    {
        for (var value = from; step > 0 ? value <= end : value >= end; value += step)
        {
            yield return value is >= int.MinValue and <= int.MaxValue ? (int)value : value;
        }
    }

    private static ScriptRuntimeException NotSupported(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right) =>
        new(span, $"The operator `{op}` is not supported between `{context.GetTypeName(left)}` and `{context.GetTypeName(right)}`");
}
