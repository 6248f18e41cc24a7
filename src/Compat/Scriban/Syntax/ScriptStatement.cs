namespace Scriban.Syntax;

/// <summary>A node that does something.</summary>
public abstract class ScriptStatement : ScriptNode
{
    /// <summary>False when the value of the statement is never printed.</summary>
    public virtual bool CanOutput => true;

    /// <summary>The white space in front of the statement's block, which each further line written by it repeats; usually null.</summary>
    internal string Indent { get; set; }
}
