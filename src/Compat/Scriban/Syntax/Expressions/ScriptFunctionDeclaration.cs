namespace Scriban.Syntax;

/// <summary>f(x, y) = expression, where an expression is expected: declares the function and has no value.</summary>
internal sealed class ScriptFunctionDeclaration(ScriptFunction function) : ScriptExpression
{
    public override int ChildrenCount => 1;

    public override object Evaluate(TemplateContext context) => function.Evaluate(context);

    private protected override ScriptNode GetChildrenImpl(int index) => function;
}
