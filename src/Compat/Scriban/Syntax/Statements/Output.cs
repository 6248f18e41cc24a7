namespace Scriban.Syntax;

/// <summary>Text outside code.</summary>
public class ScriptRawStatement : ScriptStatement
{
    internal string Source { get; init; }

    internal int Start { get; init; }

    internal int Length { get; init; }

    /// <summary>True for the text of an escape block.</summary>
    public bool IsEscape { get; set; }

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.WriteText(Source, Start, Length);
        return null;
    }
}

/// <summary>An expression whose value is printed.</summary>
public class ScriptExpressionStatement : ScriptStatement
{
    /// <summary>The expression.</summary>
    public ScriptExpression Expression { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = context.Evaluate(Expression);
        return Expression is ScriptAssignExpression ? null : result;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Expression;
}

/// <summary><c>ret</c>: ends the function, include or page.</summary>
public class ScriptReturnStatement : ScriptStatement
{
    /// <summary>What is returned; null for nothing.</summary>
    public ScriptExpression Expression { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = Expression is null ? null : context.Evaluate(Expression);
        context.Flow = ScriptFlowState.Return;
        return result;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Expression;
}

/// <summary><c>capture</c>: keeps what its body prints in a variable.</summary>
public class ScriptCaptureStatement : ScriptStatement
{
    /// <summary>The variable.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>The body.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.PushOutput();
        try
        {
            context.Evaluate(Body);
        }
        finally
        {
            var output = context.PopOutput();
            context.SetValue(Target, output);
        }

        return null;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Body;
}
