using System.Globalization;

namespace Scriban.Syntax;

internal readonly ref partial struct Operation
{
    private object Texts(object left, object right)
    {
        if (_op == ScriptBinaryOperator.Multiply)
        {
            return Repeated(left, right);
        }

        if (_op == ScriptBinaryOperator.Add)
        {
            var first = _context.ObjectToString(left);
            var second = _context.ObjectToString(right);
            _context.CheckText(_span, (long)first.Length + second.Length);
            return string.Concat(first, second);
        }

        if (OperatorText.IsComparison(_op))
        {
            return Compared(string.CompareOrdinal(_context.ObjectToString(left), _context.ObjectToString(right)));
        }

        throw Unsupported($"Operator `{OperatorText.Of(_op)}` is not supported on string objects");
    }

    private string Repeated(object left, object right)
    {
        // Between two texts the right one is repeated.
        var leftIsText = left is string or char;
        var rightIsText = right is string or char;
        var text = _context.ObjectToString(rightIsText ? right : left);
        var count = CountOf(rightIsText ? left : right, leftIsText && rightIsText);
        if (count <= 0 || text.Length == 0)
        {
            return string.Empty;
        }

        if (_context.LimitToString > 0 && (long)text.Length * count > _context.LimitToString)
        {
            throw new ScriptRuntimeException(_rightSpan, $"String multiplication exceeds LimitToString `{_context.LimitToString}`.");
        }

        _context.CheckText(_rightSpan, (long)text.Length * count);
        return string.Create(text.Length * count, text, static (target, part) =>
        {
            for (var at = 0; at < target.Length; at += part.Length)
            {
                part.CopyTo(target[at..]);
            }
        });
    }

    private int CountOf(object value, bool isText)
    {
        if (isText)
        {
            return int.TryParse(_context.ObjectToString(value), NumberStyles.Integer, _context.CurrentCulture, out var count)
                ? count
                : throw new ScriptRuntimeException(
                    _leftSpan,
                    $"Expecting an integer. The operator `{OperatorText.Of(_op)}` is not supported for the expression. Only working on string x int or int x string");
        }

        return _context.ToInt(_span, value);
    }
}
