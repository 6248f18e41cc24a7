using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A node of the syntax tree. A parsed tree is never changed by rendering, so that threads can share it.</summary>
public abstract class ScriptNode
{
    /// <summary>Where the node stands in its text.</summary>
    public SourceSpan Span;

    /// <summary>How many child nodes there are.</summary>
    public virtual int ChildrenCount => 0;

    /// <summary>The child nodes that exist.</summary>
    public IEnumerable<ScriptNode> Children
    {
        get
        {
            for (var i = 0; i < ChildrenCount; i++)
            {
                if (GetChildren(i) is { } child)
                {
                    yield return child;
                }
            }
        }
    }

    /// <summary>Does what the node says and gives its value.</summary>
    public abstract object Evaluate(TemplateContext context);

    /// <summary>A child node, counted from zero; null where an optional part is missing.</summary>
    public ScriptNode GetChildren(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, ChildrenCount);
        return GetChildrenImpl(index);
    }

    /// <summary>The node as code, shortened for messages.</summary>
    public override string ToString() => SourceText.Of(this);

    /// <summary>A child node; <paramref name="index"/> has been checked.</summary>
    private protected virtual ScriptNode GetChildrenImpl(int index) => null;
}
