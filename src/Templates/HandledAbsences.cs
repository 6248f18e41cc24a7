using Scriban.Syntax;

namespace Notifieringar.Templates;

/// <summary>The places in a template where it says itself what to do without a value: conditions of if, and left of <c>??</c>.</summary>
internal sealed class HandledAbsences
{
    private readonly HashSet<int> _offsets = [];

    public HandledAbsences(ScriptPage? page)
    {
        if (page is not null)
        {
            Visit(page);
        }
    }

    /// <summary>Whether the value read at this offset may be absent.</summary>
    public bool Include(int offset) => _offsets.Contains(offset);

    private void Visit(ScriptNode node)
    {
        if (node is ScriptIfStatement branch)
        {
            MarkAll(branch.Condition);
        }
        else if (node is ScriptBinaryExpression { Operator: ScriptBinaryOperator.EmptyCoalescing } choice && choice.Right is not ScriptLiteral { Value: null })
        {
            Mark(choice.Left);
        }

        foreach (var child in node.Children)
        {
            Visit(child);
        }
    }

    private void MarkAll(ScriptNode node)
    {
        Mark(node);
        foreach (var child in node.Children)
        {
            MarkAll(child);
        }
    }

    // Only a value that stands there by itself: 'Hej ' + guardian.name is never absent, and would greet nobody.
    private void Mark(ScriptNode node)
    {
        switch (node)
        {
            case ScriptNestedExpression nested:
                Mark(nested.Expression);
                break;
            case ScriptBinaryExpression { Operator: ScriptBinaryOperator.EmptyCoalescing } choice:
                Mark(choice.Left);
                Mark(choice.Right);
                break;
            case ScriptMemberExpression member:
                _offsets.Add(member.Span.Start.Offset);
                _offsets.Add(member.Member.Span.Start.Offset);
                break;
            case ScriptIndexerExpression indexer:
                _offsets.Add(indexer.Span.Start.Offset);
                _offsets.Add(indexer.Index.Span.Start.Offset);
                break;
            case ScriptVariable variable:
                _offsets.Add(variable.Span.Start.Offset);
                break;
        }
    }
}
