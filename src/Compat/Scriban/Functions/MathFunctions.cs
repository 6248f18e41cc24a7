using System.Globalization;
using System.Numerics;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The members of <c>math</c>.</summary>
public class MathFunctions : ScriptObject
{
    /// <summary>The number without its sign; null stays null.</summary>
    public static object Abs(TemplateContext context, SourceSpan span, object value) => value switch
    {
        null => null,
        bool => value,
        int.MinValue => -(long)int.MinValue,
        int number => Math.Abs(number),
        long.MinValue => BigInteger.Abs(long.MinValue),
        long number => Math.Abs(number),
        float number => Math.Abs(number),
        double number => Math.Abs(number),
        decimal number => Math.Abs(number),
        BigInteger number => BigInteger.Abs(number),
        sbyte number => Math.Abs((int)number),
        short number => Math.Abs((int)number),
        byte or ushort or uint or ulong => value,
        _ => throw new ScriptRuntimeException(span, $"The value `{value}` is not a number"),
    };

    /// <summary>Rounded up.</summary>
    public static double Ceil(double value) => Math.Ceiling(value);

    /// <summary>Rounded down.</summary>
    public static double Floor(double value) => Math.Floor(value);

    /// <summary>Rounded to a number of digits, halves to even.</summary>
    public static double Round(double value, int precision = 0) => Math.Round(value, precision);

    /// <summary>The quotient; an int divisor gives a whole number, rounded down.</summary>
    public static object DividedBy(TemplateContext context, SourceSpan span, double value, object divisor)
    {
        var result = ScriptBinaryExpression.Evaluate(context, span, ScriptBinaryOperator.Divide, value, divisor);
        return divisor is int && result is double quotient ? (int)Math.Floor(quotient) : result;
    }

    /// <summary>The number in a .NET numeric format.</summary>
    public static string Format(TemplateContext context, SourceSpan span, object value, string format, string culture = null)
    {
        if (value is null)
        {
            return string.Empty;
        }

        if (!IsNumber(value))
        {
            throw new ScriptRuntimeException(span, $"Unexpected `{value}`. Must be a formattable number");
        }

        FormatText.Check(format);
        FormatText.CheckDigits(value);
        return ((IFormattable)value).ToString(format, culture is null ? context.CurrentCulture : CultureInfo.GetCultureInfo(culture));
    }

    /// <summary>True for every kind of number, not for texts that look like one.</summary>
    public static bool IsNumber(object value) => value is int or double or long or decimal or float or BigInteger
        or short or byte or sbyte or ushort or uint or ulong;

    /// <summary>The operator -.</summary>
    public static object Minus(TemplateContext context, SourceSpan span, object value, object with) =>
        ScriptBinaryExpression.Evaluate(context, span, ScriptBinaryOperator.Subtract, value, with);

    /// <summary>The operator %.</summary>
    public static object Modulo(TemplateContext context, SourceSpan span, object value, object with) =>
        ScriptBinaryExpression.Evaluate(context, span, ScriptBinaryOperator.Modulus, value, with);

    /// <summary>The operator +.</summary>
    public static object Plus(TemplateContext context, SourceSpan span, object value, object with) =>
        ScriptBinaryExpression.Evaluate(context, span, ScriptBinaryOperator.Add, value, with);

    /// <summary>The operator *.</summary>
    public static object Times(TemplateContext context, SourceSpan span, object value, object with) =>
        ScriptBinaryExpression.Evaluate(context, span, ScriptBinaryOperator.Multiply, value, with);

    /// <summary>A new random identifier.</summary>
    public static string Uuid() => Guid.NewGuid().ToString();

    /// <summary>A random int from the first number up to, not including, the second.</summary>
    public static object Random(TemplateContext context, SourceSpan span, int minValue, int maxValue)
    {
        if (minValue >= maxValue)
        {
            throw new ScriptRuntimeException(span, "minValue must be greater than maxValue");
        }

        return System.Random.Shared.Next(minValue, maxValue);
    }
}
