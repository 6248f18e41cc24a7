using System.Collections;
using Scriban.Functions;
using Scriban.Runtime;

namespace Scriban.Syntax;

internal readonly ref partial struct Operation
{
    private const int FirstRoom = 1024;

    private object Lists(object left, object right)
    {
        switch (_op)
        {
            case ScriptBinaryOperator.ShiftLeft when left is IList list:
                return Result(list, [.. Items(list), right]);
            case ScriptBinaryOperator.ShiftRight when right is IList list:
                return Result(list, [left, .. Items(list)]);
            case ScriptBinaryOperator.Add:
                return Concatenated(left, right);
            case ScriptBinaryOperator.Multiply:
                return left is IList repeated ? Repeat(repeated, Number(right)) : Repeat((IList)right, Number(left));
            case ScriptBinaryOperator.Divide when left is IList list:
                return Part(list, right);
            case ScriptBinaryOperator.Modulus when left is IList list:
                return EveryNth(list, right);
        }

        if (OperatorText.IsComparison(_op))
        {
            return left is IList first && right is IList second ? CompareLists(first, second) : throw OneSideIsNoList(left, right);
        }

        throw Unsupported(
            $"The operator `{OperatorText.Of(_op)}` is not supported between {_context.GetTypeName(left)} and {_context.GetTypeName(right)}.");
    }

    private object Concatenated(object left, object right)
    {
        if (left is IList first && right is IList second)
        {
            return Result(first, [.. Items(first), .. Items(second)]);
        }

        throw OneSideIsNoList(left, right);
    }

    private ScriptRuntimeException OneSideIsNoList(object left, object right)
    {
        var leftIsList = left is IList;
        return new ScriptRuntimeException(
            leftIsList ? _rightSpan : _leftSpan,
            $"The operator `{OperatorText.Of(_op)}` is not supported between {_context.GetTypeName(left)} and {_context.GetTypeName(right)}. Expecting an array for the {(leftIsList ? "right" : "left")} argument.");
    }

    private object Repeat(IList list, int count)
    {
        var result = new List<object>();
        var steps = new IterationSteps(_context, _span);
        for (var round = 0; round < count; round++)
        {
            foreach (var item in list)
            {
                steps.Next();
                result.Add(item);
            }
        }

        return Result(list, result);
    }

    private object Part(IList list, object divisor)
    {
        var items = Items(list);
        return Result(list, items.GetRange(0, Math.Clamp(items.Count / Divisor(divisor), 0, items.Count)));
    }

    private object EveryNth(IList list, object divisor)
    {
        var nth = Divisor(divisor);
        var items = Items(list);
        return Result(list, [.. items.Where((_, index) => index % nth == 0)]);
    }

    private int Divisor(object value)
    {
        var result = Number(value);
        return result != 0 ? result : throw Unsupported("Attempted to divide by zero.");
    }

    private int Number(object value) => _context.ToInt(_rightSpan, value);

    private List<object> Items(IList list)
    {
        var result = new List<object>(Math.Min(list.Count, FirstRoom));
        var steps = new IterationSteps(_context, _span);
        foreach (var item in list)
        {
            steps.Next();
            result.Add(item);
        }

        return result;
    }

    private static object Result(IList source, List<object> items) => source is ScriptRange ? new ScriptRange(items) : new ScriptArray(items);

    private object CompareLists(IList left, IList right)
    {
        _context.OpenSequence(_span);
        if (left.Count != right.Count)
        {
            return Compared(left.Count.CompareTo(right.Count));
        }

        var steps = new IterationSteps(_context, _span);
        for (var index = 0; index < left.Count; index++)
        {
            steps.Next();
            if (ScriptBinaryExpression.Evaluate(_context, _span, ScriptBinaryOperator.CompareEqual, left[index], right[index]) is true)
            {
                continue;
            }

            return _op switch
            {
                ScriptBinaryOperator.CompareEqual => Boxed.False,
                ScriptBinaryOperator.CompareNotEqual => Boxed.True,
                _ => ScriptBinaryExpression.Evaluate(_context, _span, _op, left[index], right[index]),
            };
        }

        return Compared(0);
    }
}
