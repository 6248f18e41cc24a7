using System.Globalization;
using System.Numerics;

namespace Scriban.Syntax;

internal readonly ref partial struct Operation
{
    private enum Rank
    {
        None,
        Bool,
        Int,
        Long,
        Big,
        Float,
        Double,
        Decimal,
    }

    private object Others(object left, object right)
    {
        var leftRank = RankOf(left);
        var rightRank = RankOf(right);
        if (leftRank <= Rank.Bool && rightRank <= Rank.Bool && leftRank != rightRank)
        {
            return Objects(left, right);
        }

        if (leftRank == Rank.None && rightRank == Rank.None)
        {
            return left is DateTime moment ? Moments(moment, right) : Objects(left, right);
        }

        if (leftRank == Rank.None || rightRank == Rank.None)
        {
            return NumberWithOther(left, right, leftRank == Rank.None ? left : right, leftRank == Rank.None ? rightRank : leftRank);
        }

        if (leftRank == Rank.Bool && rightRank == Rank.Bool)
        {
            return _op switch
            {
                ScriptBinaryOperator.CompareEqual => Boxed.Of((bool)left == (bool)right),
                ScriptBinaryOperator.CompareNotEqual => Boxed.Of((bool)left != (bool)right),
                _ => throw Unsupported($"The operator `{OperatorText.Of(_op)}` is not valid for bool<->bool"),
            };
        }

        return leftRank > rightRank ? Numbers(leftRank, left, right) : Numbers(rightRank, left, right);
    }

    private object Numbers(Rank rank, object left, object right) => rank switch
    {
        Rank.Decimal => Decimals(Convert.ToDecimal(Plain(left), CultureInfo.InvariantCulture), Convert.ToDecimal(Plain(right), CultureInfo.InvariantCulture)),
        Rank.Double => Doubles(ToDouble(left), ToDouble(right)),
        Rank.Float => Floats((float)ToDouble(left), (float)ToDouble(right)),
        Rank.Big => IntegerOperators.Evaluate(_context, _span, _op, ToBig(left), ToBig(right)),
        _ => IntegerOperators.Evaluate(
            _context, _span, _op, Convert.ToInt64(left, CultureInfo.InvariantCulture), Convert.ToInt64(right, CultureInfo.InvariantCulture)),
    };

    private object Doubles(double left, double right) => _op switch
    {
        ScriptBinaryOperator.Add => left + right,
        ScriptBinaryOperator.Subtract => left - right,
        ScriptBinaryOperator.Multiply => left * right,
        ScriptBinaryOperator.Divide => left / right,
        ScriptBinaryOperator.DivideRound => Math.Round(left / right),
        ScriptBinaryOperator.Modulus => left % right,
        ScriptBinaryOperator.CompareEqual => Boxed.Of(left == right),
        ScriptBinaryOperator.CompareNotEqual => Boxed.Of(left != right),
        ScriptBinaryOperator.CompareLess => Boxed.Of(left < right),
        ScriptBinaryOperator.CompareLessOrEqual => Boxed.Of(left <= right),
        ScriptBinaryOperator.CompareGreater => Boxed.Of(left > right),
        ScriptBinaryOperator.CompareGreaterOrEqual => Boxed.Of(left >= right),
        _ => throw Unsupported($"The operator `{OperatorText.Of(_op)}` is not implemented for double<->double"),
    };

    private object Floats(float left, float right) => _op switch
    {
        ScriptBinaryOperator.Add => left + right,
        ScriptBinaryOperator.Subtract => left - right,
        ScriptBinaryOperator.Multiply => left * right,
        ScriptBinaryOperator.Divide => left / right,
        ScriptBinaryOperator.DivideRound => (float)(int)(left / right),
        ScriptBinaryOperator.Modulus => left % right,
        _ => Doubles(left, right),
    };

    private object Decimals(decimal left, decimal right) => _op switch
    {
        ScriptBinaryOperator.Add => left + right,
        ScriptBinaryOperator.Subtract => left - right,
        ScriptBinaryOperator.Multiply => left * right,
        ScriptBinaryOperator.Divide => left / right,
        ScriptBinaryOperator.DivideRound => decimal.Round(left / right),
        ScriptBinaryOperator.Modulus => left % right,
        _ when OperatorText.IsComparison(_op) => Compared(left.CompareTo(right)),
        _ => throw Unsupported($"The operator `{OperatorText.Of(_op)}` is not implemented for decimal<->decimal"),
    };

    private object Moments(DateTime left, object right)
    {
        switch (right)
        {
            case DateTime other when OperatorText.IsComparison(_op):
                return Compared(left.CompareTo(other));
            case DateTime other when _op == ScriptBinaryOperator.Subtract:
                return left - other;
            case TimeSpan span when _op == ScriptBinaryOperator.Add:
                return left + span;
            case DateTime or TimeSpan:
                throw Unsupported($"The operator `{_op}` is not supported for between <DateTime> and <{right.GetType().Name}>");
            default:
                return Objects(left, right);
        }
    }

    private object Objects(object left, object right) => _op switch
    {
        ScriptBinaryOperator.CompareEqual => Boxed.Of(left.Equals(right)),
        ScriptBinaryOperator.CompareNotEqual => Boxed.Of(!left.Equals(right)),
        _ => throw Unsupported(
            $"Unsupported types `{_context.ShortText(left)}/{_context.GetTypeName(left)}` {OperatorText.Of(_op)} `{_context.ShortText(right)}/{_context.GetTypeName(right)}` for binary operation"),
    };

    private object NumberWithOther(object left, object right, object other, Rank rank)
    {
        if (other is Enum)
        {
            return Others(
                left is Enum ? Convert.ToInt64(left, CultureInfo.InvariantCulture) : left,
                right is Enum ? Convert.ToInt64(right, CultureInfo.InvariantCulture) : right);
        }

        var wanted = rank switch
        {
            Rank.Decimal => "`decimal`",
            Rank.Double => "`double`",
            Rank.Float => "`float`",
            Rank.Big => "`bigint`",
            Rank.Long => "`long`",
            _ => "int",
        };
        throw Unsupported($"Unable to convert type `{_context.GetTypeName(other)}` to {wanted}");
    }

    private static Rank RankOf(object value) => value switch
    {
        bool => Rank.Bool,
        int or short or byte or sbyte or ushort => Rank.Int,
        long or uint => Rank.Long,
        BigInteger or ulong => Rank.Big,
        float => Rank.Float,
        double => Rank.Double,
        decimal => Rank.Decimal,
        _ => Rank.None,
    };

    // BigInteger does not take part in Convert.
    private static object Plain(object value) => value is BigInteger big ? (decimal)big : value;

    private static double ToDouble(object value) => value is BigInteger big ? (double)big : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static BigInteger ToBig(object value) => value switch
    {
        BigInteger big => big,
        ulong number => number,
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };
}
