namespace Scriban.Syntax;

/// <summary>The code in front of a text; run only when asked for.</summary>
public class ScriptFrontMatter : ScriptStatement
{
    /// <summary>The code.</summary>
    public ScriptBlockStatement Statements { get; set; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => context.Evaluate(Statements);

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Statements;
}
