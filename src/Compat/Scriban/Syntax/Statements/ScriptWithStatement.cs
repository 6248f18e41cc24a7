using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>with: an object's members can be read and written by their names alone.</summary>
public class ScriptWithStatement : ScriptStatement
{
    /// <summary>The object.</summary>
    public ScriptExpression Name { get; set; }

    /// <summary>Where its members are at hand.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        var value = context.Value(Name);
        if (value is not IScriptObject target)
        {
            throw new ScriptRuntimeException(
                Name.Span,
                $"Invalid target property `{Name}` used for [with] statement. Must be a ScriptObject instead of `{value?.GetType().Name ?? "null"}`");
        }

        context.PushGlobal(target);
        context.PushLocal();
        try
        {
            return Body.Evaluate(context);
        }
        finally
        {
            context.PopLocal();
            context.PopGlobal();
        }
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Name : Body;
}
