namespace Scriban.Syntax;

/// <summary>A whole template.</summary>
public class ScriptPage : ScriptNode
{
    /// <summary>Its statements.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            return context.Evaluate(Body);
        }
        finally
        {
            context.Flow = ScriptFlowState.None;
        }
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Body;
}

/// <summary>Statements one after the other.</summary>
public class ScriptBlockStatement : ScriptStatement
{
    /// <summary>The statements.</summary>
    public List<ScriptStatement> Statements { get; } = [];

    /// <inheritdoc />
    public override int ChildrenCount => Statements.Count;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        object result = null;
        foreach (var statement in Statements)
        {
            result = context.Evaluate(statement);
            if (context.Flow != ScriptFlowState.None)
            {
                return result;
            }

            if (result is not null && context.EnableOutput && statement is ScriptExpressionStatement)
            {
                context.Write(statement.Span, result);
                result = null;
            }
        }

        return result;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Statements[index];
}

/// <summary>How a statement ended.</summary>
public enum ScriptFlowState
{
    /// <summary>As usual.</summary>
    None,

    /// <summary>The loop ends.</summary>
    Break,

    /// <summary>The loop goes on with its next item.</summary>
    Continue,

    /// <summary>The function, include or page ends.</summary>
    Return,
}
