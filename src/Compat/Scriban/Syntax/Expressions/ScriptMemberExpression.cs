using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>target.member or target?.member.</summary>
public class ScriptMemberExpression : ScriptExpression, IScriptVariablePath
{
    /// <summary>What has the member.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>The member's name.</summary>
    public ScriptVariable Member { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <summary>True from the first ?. of a chain on: null instead of an error when the target is null.</summary>
    internal bool IsNullSafe { get; init; }

    /// <summary>The member's value; a function is called.</summary>
    public override object Evaluate(TemplateContext context)
    {
        var value = GetValue(context);
        return value is IScriptCustomFunction function ? FunctionCalls.CallBare(context, this, function) : value;
    }

    /// <inheritdoc />
    public virtual object GetValue(TemplateContext context)
    {
        context.EnsureStack(this);
        var target = FunctionCalls.ObjectOf(context, Target);
        if (target is not null)
        {
            return context.ReadMember(target, Member);
        }

        return IsNullSafe || context.EnableRelaxedTargetAccess
            ? null
            : throw new ScriptRuntimeException(Member.Span, $"Cannot get the member {this} for a null object.");
    }

    /// <inheritdoc />
    public virtual void SetValue(TemplateContext context, object valueToSet)
    {
        var target = FunctionCalls.ObjectOf(context, Target)
            ?? throw new ScriptRuntimeException(Member.Span, $"Object `{Target}` is null. Cannot access member: {this}");
        if (!context.WriteMember(target, Member.Name, valueToSet, Member.Span))
        {
            throw new ScriptRuntimeException(Member.Span, $"Cannot set a value for the readonly member: {this}");
        }
    }

    /// <inheritdoc />
    public virtual string GetFirstPath() => (Target as IScriptVariablePath)?.GetFirstPath();

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Member;
}
