using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>One use of an operator between values that are not both int.</summary>
internal readonly ref partial struct Operation(
    TemplateContext context, SourceSpan span, ScriptBinaryOperator op, SourceSpan leftSpan, SourceSpan rightSpan)
{
    private readonly TemplateContext _context = context;
    private readonly SourceSpan _span = span;
    private readonly ScriptBinaryOperator _op = op;
    private readonly SourceSpan _leftSpan = leftSpan;
    private readonly SourceSpan _rightSpan = rightSpan;

    public object Evaluate(object left, object right)
    {
        switch (_op)
        {
            case ScriptBinaryOperator.EmptyCoalescing:
                return left ?? right;
            case ScriptBinaryOperator.NotEmptyCoalescing:
                return left is null ? null : right;
            case ScriptBinaryOperator.And:
                return Boxed.Of(_context.ToBool(_leftSpan, left) && _context.ToBool(_rightSpan, right));
            case ScriptBinaryOperator.Or:
                return Boxed.Of(_context.ToBool(_leftSpan, left) || _context.ToBool(_rightSpan, right));
        }

        if (left is EmptyScriptObject || right is EmptyScriptObject)
        {
            return CompareWithEmpty(left, right);
        }

        if (left is null || right is null)
        {
            return WithNull(left, right);
        }

        if (left is string or char || right is string or char)
        {
            return Texts(left, right);
        }

        return IsList(left) || IsList(right) ? Lists(left, right) : Others(left, right);
    }

    /// <summary>Only the template's own lists have operators; a list of .NET's takes part on the other side.</summary>
    private static bool IsList(object value) => value is ScriptRange or (IList and IScriptObject);

    private object CompareWithEmpty(object left, object right)
    {
        var other = left is EmptyScriptObject ? right : left;
        var isEmpty = other is EmptyScriptObject || (other is not (null or string) && _context.IsEmpty(_span, other) is true);
        return _op switch
        {
            ScriptBinaryOperator.CompareEqual => Boxed.Of(isEmpty),
            ScriptBinaryOperator.CompareNotEqual => Boxed.Of(!isEmpty),
            ScriptBinaryOperator.Add when left is string || right is string => Texts(left, right),
            _ when OperatorText.IsComparison(_op) => Boxed.False,
            _ => null,
        };
    }

    private object WithNull(object left, object right)
    {
        if (OperatorText.IsComparison(_op))
        {
            return _op switch
            {
                ScriptBinaryOperator.CompareEqual => Boxed.Of(left is null && right is null),
                ScriptBinaryOperator.CompareNotEqual => Boxed.Of(left is not null || right is not null),
                _ => Boxed.False,
            };
        }

        var other = left ?? right;
        if (_op == ScriptBinaryOperator.Add && other is string or char)
        {
            return _context.ObjectToString(other);
        }

        // A list keeps what is appended to it, null too.
        return IsList(other) && _op is ScriptBinaryOperator.ShiftLeft or ScriptBinaryOperator.ShiftRight ? Lists(left, right) : null;
    }

    private ScriptRuntimeException Unsupported(string message) => new(_span, message);

    private object Compared(int order) => Boxed.Of(_op switch
    {
        ScriptBinaryOperator.CompareEqual => order == 0,
        ScriptBinaryOperator.CompareNotEqual => order != 0,
        ScriptBinaryOperator.CompareLess => order < 0,
        ScriptBinaryOperator.CompareLessOrEqual => order <= 0,
        ScriptBinaryOperator.CompareGreater => order > 0,
        _ => order >= 0,
    });
}
