using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>for: repeats for each item of a sequence.</summary>
public class ScriptForStatement : ScriptLoopStatementBase
{
    /// <summary>What holds the item.</summary>
    public ScriptExpression Variable { get; set; }

    /// <summary>The sequence.</summary>
    public ScriptExpression Iterator { get; set; }

    /// <summary>offset, limit and reversed.</summary>
    public ScriptList<ScriptNamedArgument> NamedArguments { get; set; } = new();

    /// <summary>What is repeated.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <summary>What is done instead when there is nothing; may be null.</summary>
    public ScriptElseStatement Else { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 5;

    internal override LoopKind LoopKind => LoopKind.For;

    internal override object EvaluateLoop(TemplateContext context, LoopScope loop)
    {
        var sequence = context.Value(Iterator);
        if (sequence is null)
        {
            return null;
        }

        return Variable is ScriptVariableLocal local
            ? RepeatWithLocal(context, loop, sequence, local)
            : Repeat(context, loop, sequence);
    }

    private object RepeatWithLocal(TemplateContext context, LoopScope loop, object sequence, ScriptVariableLocal local)
    {
        var before = context.SaveLocal(local);
        try
        {
            return Repeat(context, loop, sequence);
        }
        finally
        {
            context.RestoreLocal(local, before);
        }
    }

    private object Repeat(TemplateContext context, LoopScope loop, object sequence)
    {
        var options = ReadOptions(context);
        using var items = LoopItems.Of(this, sequence, options, context);
        loop.Length = items.Count;
        object result = null;
        Begin(context);
        var index = 0;
        while (items.MoveNext())
        {
            context.StepLoop(this);
            loop.Index = index;
            SetItem(context, loop, items.Current);
            BeginItem(context, loop, options);
            if (!RunOnce(context, Body, ref result))
            {
                EndItem(context);
                index++;
                break;
            }

            EndItem(context);
            index++;
        }

        End(context);
        return index == 0 && Else is not null ? Else.Evaluate(context) : result;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index switch
    {
        0 => Variable,
        1 => Iterator,
        2 => NamedArguments,
        3 => Body,
        _ => Else,
    };

    private protected virtual void Begin(TemplateContext context)
    {
    }

    private protected virtual void BeginItem(TemplateContext context, LoopScope loop, in LoopOptions options)
    {
    }

    private protected virtual void EndItem(TemplateContext context)
    {
    }

    private protected virtual void End(TemplateContext context)
    {
    }

    private protected virtual bool TakesColumns => false;

    private void SetItem(TemplateContext context, LoopScope loop, object value)
    {
        loop.Changed = loop.Index == 0 || !Equals(loop.Value, value);
        loop.Value = value;
        if (Variable is ScriptVariableGlobal variable)
        {
            loop.Name = variable.Name;
        }
        else
        {
            context.SetValue(Variable, value);
        }
    }

    private LoopOptions ReadOptions(TemplateContext context)
    {
        var result = new LoopOptions { Columns = 1 };
        foreach (var argument in NamedArguments.Items)
        {
            switch (argument.Name.Name)
            {
                case "offset":
                    result.Offset = Number(context, argument);
                    break;
                case "limit":
                    result.Limit = Number(context, argument);
                    break;
                case "reversed":
                    result.Reversed = true;
                    break;
                case "cols" when TakesColumns:
                    result.Columns = Math.Max(Number(context, argument), 1);
                    break;
                default:
                    throw new ScriptRuntimeException(
                        argument.Span, $"Unsupported argument `{argument.Name.Name}` for statement: `{SourceText.Of(this)}`");
            }
        }

        return result;
    }

    private static int Number(TemplateContext context, ScriptNamedArgument argument) =>
        argument.Value is null ? 0 : context.ToInt(argument.Value.Span, context.Value(argument.Value));
}
