using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>Where a variable lives.</summary>
public enum ScriptVariableScope
{
    /// <summary>In the objects of the context.</summary>
    Global,

    /// <summary>In the running function: $name.</summary>
    Local,
}

/// <summary>A variable.</summary>
public abstract class ScriptVariable : ScriptExpression, IScriptVariablePath, IEquatable<ScriptVariable>
{
    private protected ScriptVariable(string baseName, ScriptVariableScope scope)
    {
        BaseName = baseName;
        Scope = scope;
    }

    /// <summary>The name without $.</summary>
    public string BaseName { get; }

    /// <summary>The name as it is written.</summary>
    public virtual string Name => BaseName;

    /// <summary>Where it lives.</summary>
    public ScriptVariableScope Scope { get; }

    /// <summary>Creates a variable.</summary>
    public static ScriptVariable Create(string name, ScriptVariableScope scope) =>
        scope == ScriptVariableScope.Local ? new ScriptVariableLocal(name) : new ScriptVariableGlobal(name);

    /// <summary>The value; a function is called.</summary>
    public override object Evaluate(TemplateContext context)
    {
        var value = GetValue(context);
        return value is IScriptCustomFunction function ? FunctionCalls.CallBare(context, this, function) : value;
    }

    /// <inheritdoc />
    public virtual object GetValue(TemplateContext context) => context.GetValue(this);

    /// <inheritdoc />
    public void SetValue(TemplateContext context, object valueToSet) => context.SetValue(this, valueToSet);

    /// <inheritdoc />
    public string GetFirstPath() => Name;

    /// <inheritdoc />
    public bool Equals(ScriptVariable other) => other is not null && Scope == other.Scope && BaseName == other.BaseName;

    /// <inheritdoc />
    public override bool Equals(object obj) => Equals(obj as ScriptVariable);

    /// <inheritdoc />
    public override int GetHashCode() => BaseName.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A variable in the objects of the context.</summary>
public class ScriptVariableGlobal : ScriptVariable
{
    /// <summary>Creates the variable.</summary>
    public ScriptVariableGlobal(string name)
        : base(name, ScriptVariableScope.Global)
    {
    }

    /// <inheritdoc />
    public override object GetValue(TemplateContext context) => context.GetValue(this);
}

/// <summary>A variable of the running function.</summary>
public class ScriptVariableLocal : ScriptVariable
{
    /// <summary>Creates the variable; the name is without $.</summary>
    public ScriptVariableLocal(string name)
        : base(name, ScriptVariableScope.Local)
    {
    }

    /// <inheritdoc />
    public override string Name => "$" + BaseName;
}
