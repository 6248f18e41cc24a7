namespace Scriban.Syntax;

/// <summary>A statement that chooses a block.</summary>
public abstract class ScriptConditionStatement : ScriptStatement
{
    /// <inheritdoc />
    public override bool CanOutput => false;
}
