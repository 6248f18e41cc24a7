using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>with</c>: an object on top of all others.</summary>
public class ScriptWithStatement : ScriptStatement
{
    /// <summary>The object.</summary>
    public ScriptExpression Name { get; set; }

    /// <summary>The body.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var target = context.Evaluate(Name);
        if (target is not IScriptObject scope)
        {
            throw new ScriptRuntimeException(Name.Span, $"The value cannot be used as an object in a with statement: `{context.GetTypeName(target)}`");
        }

        context.PushGlobal(scope);
        try
        {
            return context.Evaluate(Body);
        }
        finally
        {
            context.PopGlobal();
        }
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Name : Body;
}

/// <summary><c>import</c>: copies an object's members into the current one.</summary>
public class ScriptImportStatement : ScriptStatement
{
    /// <summary>The object.</summary>
    public ScriptExpression Expression { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Import(Expression.Span, context.Evaluate(Expression));
        return null;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Expression;
}

/// <summary><c>readonly</c>: protects a variable.</summary>
public class ScriptReadOnlyStatement : ScriptStatement
{
    /// <summary>The variable.</summary>
    public ScriptVariable Variable { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.SetReadOnly(Variable);
        return null;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Variable;
}

/// <summary><c>func</c>: defines a function.</summary>
public class ScriptFunction : ScriptStatement, IScriptCustomFunction
{
    /// <summary>Its name; null for an anonymous one.</summary>
    public ScriptExpression NameOrDoToken { get; set; }

    /// <summary>Declared parameters; null when it takes any.</summary>
    internal List<ScriptParameter> Declared { get; set; }

    /// <summary>The body.</summary>
    public ScriptStatement Body { get; set; }

    /// <inheritdoc />
    public int RequiredParameterCount => Declared?.Count(parameter => !parameter.HasDefault && !parameter.IsRest) ?? 0;

    /// <inheritdoc />
    public int ParameterCount => Declared?.Count ?? 0;

    /// <inheritdoc />
    public ScriptVarParamKind VarParamKind =>
        Declared is null ? ScriptVarParamKind.Direct : Declared.Any(parameter => parameter.IsRest) ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;

    /// <inheritdoc />
    public Type ReturnType => typeof(object);

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public ScriptParameterInfo GetParameterInfo(int index) =>
        Declared is null ? new ScriptParameterInfo(typeof(object), "") : Declared[index].Info;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (NameOrDoToken is null)
        {
            return this;
        }

        context.SetValue(NameOrDoToken, this);
        return null;
    }

    /// <inheritdoc />
    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.CallFunction(this, callerContext, arguments, blockStatement);
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? NameOrDoToken : Body;
}

/// <summary>A declared parameter.</summary>
internal sealed record ScriptParameter(string Name, bool HasDefault, object Default, bool IsRest)
{
    public ScriptParameterInfo Info => HasDefault ? new ScriptParameterInfo(typeof(object), Name, Default) : new ScriptParameterInfo(typeof(object), Name);
}

/// <summary><c>wrap</c>: calls a function with a block.</summary>
public class ScriptWrapStatement : ScriptStatement
{
    /// <summary>The call.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>The block.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = Target is ScriptFunctionCall call
            ? call.Call(context, Body)
            : ScriptFunctionCall.Call(context, Target, Target, [], [], Body);
        if (result is not null)
        {
            context.Write(Span, result);
        }

        return null;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Body;
}

/// <summary>A function without a name, as a value.</summary>
public class ScriptAnonymousFunction : ScriptExpression
{
    /// <summary>The function.</summary>
    public ScriptFunction Function { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => Function;

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Function;
}
