namespace Scriban.Syntax;

/// <summary>Operators between two values.</summary>
public enum ScriptBinaryOperator
{
    /// <summary>None.</summary>
    None,

    /// <summary><c>??</c>: the right one when the left is null.</summary>
    EmptyCoalescing,

    /// <summary><c>?!</c>: the right one when the left is not null.</summary>
    NotEmptyCoalescing,

    /// <summary><c>||</c>.</summary>
    Or,

    /// <summary><c>&amp;&amp;</c>.</summary>
    And,

    /// <summary><c>==</c>.</summary>
    CompareEqual,

    /// <summary><c>!=</c>.</summary>
    CompareNotEqual,

    /// <summary><c>&lt;=</c>.</summary>
    CompareLessOrEqual,

    /// <summary><c>&gt;=</c>.</summary>
    CompareGreaterOrEqual,

    /// <summary><c>&lt;</c>.</summary>
    CompareLess,

    /// <summary><c>&gt;</c>.</summary>
    CompareGreater,

    /// <summary><c>+</c>.</summary>
    Add,

    /// <summary><c>-</c>.</summary>
    Subtract,

    /// <summary><c>*</c>.</summary>
    Multiply,

    /// <summary><c>/</c>.</summary>
    Divide,

    /// <summary><c>//</c>.</summary>
    DivideRound,

    /// <summary><c>%</c>.</summary>
    Modulus,

    /// <summary><c>&lt;&lt;</c>.</summary>
    ShiftLeft,

    /// <summary><c>&gt;&gt;</c>.</summary>
    ShiftRight,

    /// <summary><c>..</c>.</summary>
    RangeInclude,

    /// <summary><c>..&lt;</c>.</summary>
    RangeExclude,
}

/// <summary>Operators before one value.</summary>
public enum ScriptUnaryOperator
{
    /// <summary>None.</summary>
    None,

    /// <summary><c>!</c>.</summary>
    Not,

    /// <summary><c>-</c>.</summary>
    Negate,

    /// <summary><c>+</c>.</summary>
    Plus,

    /// <summary><c>@</c>: the function itself.</summary>
    FunctionAlias,

    /// <summary><c>^</c>: a list as arguments.</summary>
    FunctionParametersExpand,
}

/// <summary>An operator between two expressions.</summary>
public class ScriptBinaryExpression : ScriptExpression
{
    /// <summary>The left one.</summary>
    public ScriptExpression Left { get; set; }

    /// <summary>The operator.</summary>
    public ScriptBinaryOperator Operator { get; set; }

    /// <summary>The right one.</summary>
    public ScriptExpression Right { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <summary>Applies an operator.</summary>
    /// <param name="context">The context.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="op">The operator.</param>
    /// <param name="leftValue">The left value.</param>
    /// <param name="rightValue">The right value.</param>
    /// <returns>The result.</returns>
    public static object Evaluate(TemplateContext context, Parsing.SourceSpan span, ScriptBinaryOperator op, object leftValue, object rightValue) =>
        ScriptOperators.Evaluate(context, span, op, leftValue, rightValue);

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var left = context.Evaluate(Left);
        return Operator switch
        {
            ScriptBinaryOperator.EmptyCoalescing => left ?? context.Evaluate(Right),
            ScriptBinaryOperator.NotEmptyCoalescing => left is null ? null : context.Evaluate(Right),
            ScriptBinaryOperator.And => context.ToBool(Left.Span, left) && context.ToBool(Right.Span, context.Evaluate(Right)),
            ScriptBinaryOperator.Or => context.ToBool(Left.Span, left) || context.ToBool(Right.Span, context.Evaluate(Right)),
            _ => ScriptOperators.Evaluate(context, Span, Operator, Left.Span, left, Right.Span, context.Evaluate(Right)),
        };
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Left : Right;
}

/// <summary>An operator before an expression.</summary>
public class ScriptUnaryExpression : ScriptExpression
{
    /// <summary>The operator.</summary>
    public ScriptUnaryOperator Operator { get; set; }

    /// <summary>The expression.</summary>
    public ScriptExpression Right { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Operator == ScriptUnaryOperator.FunctionAlias)
        {
            return context.Evaluate(Right, aliasReturnedFunction: true);
        }

        var value = context.Evaluate(Right);
        return Operator switch
        {
            ScriptUnaryOperator.Not => !context.ToBool(Right.Span, value),
            ScriptUnaryOperator.Negate => ScriptOperators.Negate(context, Span, value),
            ScriptUnaryOperator.Plus => ScriptOperators.Plus(context, Span, value),
            _ => value,
        };
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Right;
}

/// <summary><c>++</c> and <c>--</c>.</summary>
public class ScriptIncrementDecrementExpression : ScriptUnaryExpression
{
    /// <summary>True when the operator stands after the variable.</summary>
    public bool Post { get; set; }

    internal int By { get; set; }

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var before = context.Evaluate(Right);
        var after = ScriptOperators.Evaluate(context, Span, ScriptBinaryOperator.Add, Right.Span, before, Right.Span, By);
        context.SetValue(Right, after);
        return Post ? before : after;
    }
}

/// <summary><c>condition ? a : b</c>.</summary>
public class ScriptConditionalExpression : ScriptExpression
{
    /// <summary>The condition.</summary>
    public ScriptExpression Condition { get; set; }

    /// <summary>The value when it holds.</summary>
    public ScriptExpression ThenValue { get; set; }

    /// <summary>The value when it does not.</summary>
    public ScriptExpression ElseValue { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 3;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Evaluate(context.ToBool(Condition.Span, context.Evaluate(Condition)) ? ThenValue : ElseValue);
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index switch { 0 => Condition, 1 => ThenValue, _ => ElseValue };
}

/// <summary>An assignment.</summary>
public class ScriptAssignExpression : ScriptExpression
{
    /// <summary>What is written.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>The value.</summary>
    public ScriptExpression Value { get; set; }

    internal ScriptBinaryOperator Compound { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var value = context.Evaluate(Value);
        if (Compound != ScriptBinaryOperator.None)
        {
            value = ScriptOperators.Evaluate(context, Span, Compound, Target.Span, context.Evaluate(Target), Value.Span, value);
        }

        context.SetValue(Target, value);
        return null;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Value;
}
