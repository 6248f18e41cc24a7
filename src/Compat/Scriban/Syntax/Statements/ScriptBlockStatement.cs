namespace Scriban.Syntax;

/// <summary>Statements that follow each other.</summary>
public sealed class ScriptBlockStatement : ScriptStatement
{
    /// <summary>The statements.</summary>
    public ScriptList<ScriptStatement> Statements { get; set; } = new();

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <summary>Runs the statements and prints their values; without output, or after ret, gives the last value instead.</summary>
    public override object Evaluate(TemplateContext context)
    {
        context.EnsureStack(this);
        object result = null;
        foreach (var statement in Statements.Items)
        {
            context.CheckAbort(this);
            result = statement.Indent is null || !context.AutoIndent ? context.Run(statement) : RunIndented(context, statement);
            if (context.FlowState != ScriptFlowState.None)
            {
                return context.FlowState == ScriptFlowState.Return ? result : null;
            }

            if (!statement.CanOutput)
            {
                result = null;
            }
            else if (result is not null && context.EnableOutput)
            {
                Print(context, statement, result);
                result = null;
            }
        }

        return result;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Statements;

    private void Print(TemplateContext context, ScriptStatement statement, object value)
    {
        if (statement.Indent is null || !context.AutoIndent)
        {
            context.Print(this, statement, value);
            return;
        }

        var outer = context.CurrentIndent;
        context.CurrentIndent = outer + statement.Indent;
        context.Print(this, statement, value);
        context.CurrentIndent = outer;
        context.ResetPreviousNewLine();
    }

    private static object RunIndented(TemplateContext context, ScriptStatement statement)
    {
        var outer = context.CurrentIndent;
        context.CurrentIndent = outer + statement.Indent;
        try
        {
            return context.Run(statement);
        }
        finally
        {
            context.CurrentIndent = outer;
            context.ResetPreviousNewLine();
        }
    }
}
