using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A node of the syntax tree.</summary>
public abstract class ScriptNode
{
    /// <summary>Where it stands in the source.</summary>
    public SourceSpan Span { get; set; }

    /// <summary>How many children it has.</summary>
    public virtual int ChildrenCount => 0;

    /// <summary>Its children, without gaps.</summary>
    public IEnumerable<ScriptNode> Children
    {
        get
        {
            for (var index = 0; index < ChildrenCount; index++)
            {
                if (GetChildren(index) is { } child)
                {
                    yield return child;
                }
            }
        }
    }

    /// <summary>Evaluates the node.</summary>
    /// <param name="context">The context.</param>
    /// <returns>Its value.</returns>
    public abstract object Evaluate(TemplateContext context);

    /// <summary>A child.</summary>
    /// <param name="index">From zero.</param>
    /// <returns>The child; null where an optional one is missing.</returns>
    public ScriptNode GetChildren(int index) => GetChildrenImpl(index);

    /// <summary>A child.</summary>
    /// <param name="index">From zero.</param>
    /// <returns>The child.</returns>
    protected virtual ScriptNode GetChildrenImpl(int index) => null;
}

/// <summary>A node with a value.</summary>
public abstract class ScriptExpression : ScriptNode
{
}

/// <summary>A node that does something.</summary>
public abstract class ScriptStatement : ScriptNode
{
}

/// <summary>A place that can be assigned to.</summary>
public interface IScriptVariablePath
{
    /// <summary>Reads it.</summary>
    /// <param name="context">The context.</param>
    /// <returns>Its value.</returns>
    object GetValue(TemplateContext context);

    /// <summary>Writes it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="valueToSet">The value.</param>
    void SetValue(TemplateContext context, object valueToSet);

}
