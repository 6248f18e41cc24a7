using System.Numerics;
using Scriban.Parsing;

namespace Scriban.Syntax;

#pragma warning disable CS1591 // the names say all there is
/// <summary>The operators of one value.</summary>
public enum ScriptUnaryOperator
{
    None,
    Not,
    Negate,
    Plus,
    FunctionAlias,
    FunctionParametersExpand,
    Increment,
    Decrement,
    Custom,
}
#pragma warning restore CS1591

/// <summary>operator value.</summary>
public class ScriptUnaryExpression : ScriptExpression
{
    /// <summary>The operator.</summary>
    public ScriptUnaryOperator Operator { get; set; }

    /// <summary>The value.</summary>
    public ScriptExpression Right { get; set; }

    /// <summary>The operator as it is written.</summary>
    public string OperatorAsText => OperatorText.Of(Operator);

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.EnsureStack(this);
        return Operator switch
        {
            ScriptUnaryOperator.FunctionAlias => FunctionCalls.Find(context, Right),
            ScriptUnaryOperator.FunctionParametersExpand => context.Value(Right),
            _ => Evaluate(context, Right.Span, Operator, context.Value(Right)),
        };
    }

    /// <summary>The value of an operator.</summary>
    public static object Evaluate(TemplateContext context, SourceSpan span, ScriptUnaryOperator op, object value)
    {
        if (op == ScriptUnaryOperator.Not)
        {
            return Boxed.Of(!context.ToBool(span, value));
        }

        var isNegated = op == ScriptUnaryOperator.Negate;
        return value switch
        {
            null => null,
            bool flag => isNegated ? Boxed.Of(flag ? -1 : 0) : Boxed.Of(flag ? 1 : 0),
            double number => isNegated ? -number : number,
            float number => isNegated ? -number : number,
            decimal number => isNegated ? -number : number,
            BigInteger number => IntegerOperators.Smallest(isNegated ? -number : number),
            int or long or short or byte or sbyte or ushort or uint =>
                IntegerOperators.Smallest(isNegated ? -(BigInteger)Convert.ToInt64(value, null) : Convert.ToInt64(value, null)),
            _ => throw new ScriptRuntimeException(
                span, $"Unexpected value `{value} / Type: {context.GetTypeName(value)}`. Cannot negate(-)/positive(+) a non-numeric value"),
        };
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Right;
}
