namespace Scriban.Syntax;

/// <summary>Where a variable lives.</summary>
public enum ScriptVariableScope
{
    /// <summary>In the global objects, or in a function's own variables.</summary>
    Global,

    /// <summary>In the current call: <c>$name</c>.</summary>
    Local,
}

/// <summary>A variable.</summary>
public abstract class ScriptVariable : ScriptExpression, IScriptVariablePath
{
    /// <summary>Makes a variable.</summary>
    /// <param name="name">Its name, without the dollar sign.</param>
    /// <param name="scope">Where it lives.</param>
    protected ScriptVariable(string name, ScriptVariableScope scope)
    {
        Name = name;
        Scope = scope;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Where it lives.</summary>
    public ScriptVariableScope Scope { get; }

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetValue(this);
    }

    /// <inheritdoc />
    public object GetValue(TemplateContext context) => Evaluate(context);

    /// <inheritdoc />
    public void SetValue(TemplateContext context, object valueToSet)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.SetValue(this, valueToSet);
    }
}

/// <summary>A plain variable.</summary>
public class ScriptVariableGlobal : ScriptVariable
{
    /// <summary>Makes it.</summary>
    /// <param name="name">Its name.</param>
    public ScriptVariableGlobal(string name)
        : base(name, ScriptVariableScope.Global)
    {
    }
}

/// <summary>A variable of the current call.</summary>
public class ScriptVariableLocal : ScriptVariable
{
    /// <summary>Makes it.</summary>
    /// <param name="name">Its name, without the dollar sign.</param>
    public ScriptVariableLocal(string name)
        : base(name, ScriptVariableScope.Local)
    {
    }
}

/// <summary><c>this</c>: the current object.</summary>
public class ScriptThisExpression : ScriptExpression
{
    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.CurrentGlobal;
    }
}

/// <summary><c>for.index</c> and its like.</summary>
internal sealed class ScriptLoopMember(string name) : ScriptExpression
{
    public override object Evaluate(TemplateContext context) => context.Loop?.Member(name);
}

/// <summary><c>target.member</c>.</summary>
public class ScriptMemberExpression : ScriptExpression, IScriptVariablePath
{
    /// <summary>The object.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>The member.</summary>
    public ScriptVariable Member { get; set; }

    internal bool IsOptional { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetMember(this, context.Evaluate(Target));
    }

    /// <inheritdoc />
    public object GetValue(TemplateContext context) => Evaluate(context);

    /// <inheritdoc />
    public void SetValue(TemplateContext context, object valueToSet)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.SetMember(this, context.Evaluate(Target), valueToSet);
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Member;
}

/// <summary><c>target[index]</c>.</summary>
public class ScriptIndexerExpression : ScriptExpression, IScriptVariablePath
{
    /// <summary>The object.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>The index.</summary>
    public ScriptExpression Index { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetIndexed(this, context.Evaluate(Target), context.Evaluate(Index));
    }

    /// <inheritdoc />
    public object GetValue(TemplateContext context) => Evaluate(context);

    /// <inheritdoc />
    public void SetValue(TemplateContext context, object valueToSet)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.SetIndexed(this, context.Evaluate(Target), context.Evaluate(Index), valueToSet);
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Index;
}
