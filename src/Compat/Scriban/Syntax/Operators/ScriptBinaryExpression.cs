using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>left operator right.</summary>
public class ScriptBinaryExpression : ScriptExpression
{
    /// <summary>The left side.</summary>
    public ScriptExpression Left { get; set; }

    /// <summary>The operator.</summary>
    public ScriptBinaryOperator Operator { get; set; }

    /// <summary>The right side.</summary>
    public ScriptExpression Right { get; set; }

    /// <summary>The operator as it is written.</summary>
    public string OperatorAsText => OperatorText.Of(Operator);

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    internal SourceSpan OperatorSpan { get; init; }

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.EnsureStack(this);
        switch (Operator)
        {
            case ScriptBinaryOperator.And:
                return Boxed.Of(IsTrue(context, Left) && IsTrue(context, Right));
            case ScriptBinaryOperator.Or:
                return Boxed.Of(IsTrue(context, Left) || IsTrue(context, Right));
            default:
                var left = context.Value(Left);
                return Evaluate(context, OperatorSpan, Operator, Left.Span, left, Right.Span, context.Value(Right));
        }
    }

    /// <summary>The value of an operator.</summary>
    public static object Evaluate(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object leftValue, object rightValue) =>
        Evaluate(context, span, op, span, leftValue, span, rightValue);

    /// <summary>The value of an operator; the spans say where each side stands, for errors.</summary>
    public static object Evaluate(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        SourceSpan leftSpan,
        object leftValue,
        SourceSpan rightSpan,
        object rightValue)
    {
        if (leftValue is int left && rightValue is int right)
        {
            return IntegerOperators.Evaluate(context, span, op, left, right);
        }

        Exception failure;
        try
        {
            return new Operation(context, span, op, leftSpan, rightSpan).Evaluate(leftValue, rightValue);
        }
        catch (Exception exception) when (exception is not ScriptRuntimeException)
        {
            failure = exception;
        }

        throw new ScriptRuntimeException(span, failure.Message, failure);
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Left : Right;

    private static bool IsTrue(TemplateContext context, ScriptExpression side) => context.ToBool(side.Span, context.Value(side));
}
