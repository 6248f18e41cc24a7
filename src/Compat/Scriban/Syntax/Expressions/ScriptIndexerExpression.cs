using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>target[index].</summary>
public class ScriptIndexerExpression : ScriptExpression, IScriptVariablePath
{
    /// <summary>What is looked into.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>A place or a key.</summary>
    public ScriptExpression Index { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <summary>The item; a function is called.</summary>
    public override object Evaluate(TemplateContext context)
    {
        var value = GetValue(context);
        return value is IScriptCustomFunction function ? FunctionCalls.CallBare(context, this, function) : value;
    }

    /// <inheritdoc />
    public object GetValue(TemplateContext context)
    {
        context.EnsureStack(this);
        var target = FunctionCalls.ObjectOf(context, Target);
        if (target is null)
        {
            return Target is ScriptMemberExpression { IsNullSafe: true } || context.EnableRelaxedTargetAccess
                ? null
                : throw new ScriptRuntimeException(Target.Span, $"Object `{Target}` is null. Cannot access indexer: {this}");
        }

        var index = context.Value(Index);
        if (index is null)
        {
            return context.EnableNullIndexer
                ? null
                : throw new ScriptRuntimeException(Index.Span, $"Cannot access target `{Target}` with a null indexer: {this}");
        }

        return context.ReadIndex(this, target, index);
    }

    /// <inheritdoc />
    public void SetValue(TemplateContext context, object valueToSet)
    {
        var target = FunctionCalls.ObjectOf(context, Target)
            ?? throw new ScriptRuntimeException(Target.Span, $"Object `{Target}` is null. Cannot access indexer: {this}");
        var index = context.Value(Index)
            ?? throw new ScriptRuntimeException(Index.Span, $"Cannot access target `{Target}` with a null indexer: {this}");
        context.WriteIndex(this, target, index, valueToSet);
    }

    /// <inheritdoc />
    public string GetFirstPath() => (Target as IScriptVariablePath)?.GetFirstPath();

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Index;
}
