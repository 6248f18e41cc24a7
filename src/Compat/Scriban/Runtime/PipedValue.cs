using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The value in front of a pipe; the default is no value.</summary>
internal readonly struct PipedValue(ScriptExpression node, object value)
{
    public ScriptExpression Node { get; } = node;

    public object Value { get; } = value;

    public bool Exists => Node is not null;

    public bool IsExpanded => Node is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand };
}
