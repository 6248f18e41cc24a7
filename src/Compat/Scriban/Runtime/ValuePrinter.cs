using System.Collections;
using System.Numerics;
using System.Text;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Prints values as templates do: a value inside a list or object is written like a literal.</summary>
internal sealed class ValuePrinter(TemplateContext context)
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFull;

    /// <summary>The text of an object outside any template.</summary>
    public static string PlainText(object value) => new TemplateContext().ObjectToString(value);

    /// <summary>The text of a value that is no list and no object, or null.</summary>
    public static string Simple(TemplateContext context, object value) => value switch
    {
        null => string.Empty,
        string text => text,
        bool flag => flag ? "true" : "false",
        int number => number.ToString(context.CurrentCulture),
        BigInteger number => Digits(context, number),
        double or decimal or long or float or short or byte or sbyte or ushort or uint or ulong =>
            ((IFormattable)value).ToString(null, context.CurrentCulture),
        DateTime moment => DateTimeFunctions.Of(context) is var dates ? dates.ToString(moment, dates.Format, context.CurrentCulture) : null,
        char letter => letter.ToString(),
        StringBuilderOutput or EmptyScriptObject => value.ToString(),
        DateTimeFunctions => null,
        ScriptFunction => string.Empty,
        IScriptCustomFunction and not IScriptObject => "<function>",
        IScriptObject or IEnumerable => null,
        IFormattable formattable => formattable.ToString(null, context.CurrentCulture),
        _ when IsPair(value) => null,
        _ => value.ToString() ?? string.Empty,
    };

    public string Print(object value, bool nested)
    {
        Append(value, nested);
        return _text.ToString();
    }

    private static string Digits(TemplateContext context, BigInteger number)
    {
        FormatText.CheckDigits(number);
        return number.ToString(context.CurrentCulture);
    }

    private static bool IsPair(object value) =>
        value is KeyValuePair<string, object> or DictionaryEntry
        || (value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    private void Append(object value, bool nested)
    {
        if (_isFull)
        {
            return;
        }

        if (nested && value is null)
        {
            _text.Append("null");
        }
        else if (nested && value is string literal)
        {
            _text.Append('"').Append(StringFunctions.Escape(literal)).Append('"');
        }
        else if (nested && value is ScriptFunction)
        {
            _text.Append("<function>");
        }
        else if (Simple(context, value) is { } text)
        {
            _text.Append(text);
        }
        else
        {
            AppendNested(value);
        }

        context.CheckText(context.CurrentSpan, _text.Length);
        _isFull = context.LimitToString > 0 && _text.Length > context.LimitToString;
    }

    private void AppendNested(object value)
    {
        if (++_depth > context.ObjectRecursionLimit && context.ObjectRecursionLimit > 0)
        {
            throw new ScriptRuntimeException(context.CurrentSpan, "Structure is too deeply nested or contains reference loops.");
        }

        context.EnsureStack(context.CurrentSpan);
        switch (value)
        {
            case IScriptObject and not IList:
                AppendMembers(Members((IScriptObject)value));
                break;
            case IDictionary dictionary:
                AppendMembers(dictionary.Keys.Cast<object>().Select(key => (Simple(context, key) ?? key.ToString(), dictionary[key])));
                break;
            case IEnumerable list:
                AppendItems(list);
                break;
            default:
                var members = TypedMembers.Of(value.GetType(), context);
                AppendMembers([("key", Member(members, value, "key")), ("value", Member(members, value, "value"))]);
                break;
        }

        _depth--;
    }

    private static object Member(TypedMembers members, object pair, string name) => members.TryGet(pair, name, out var value) ? value : null;

    private IEnumerable<(string Name, object Value)> Members(IScriptObject value)
    {
        foreach (var name in value.GetMembers())
        {
            yield return (name, value.TryGetValue(context, default, name, out var member) ? member : null);
        }
    }

    private void AppendItems(IEnumerable list)
    {
        _text.Append('[');
        var isFirst = true;
        var count = 0;
        foreach (var item in list)
        {
            _text.Append(isFirst ? string.Empty : ", ");
            isFirst = false;
            Append(item, nested: true);
            if (_isFull)
            {
                return;
            }

            if ((++count & 255) == 0)
            {
                context.CheckAbort();
            }
        }

        _text.Append(']');
    }

    private void AppendMembers(IEnumerable<(string Name, object Value)> members)
    {
        _text.Append('{');
        var isFirst = true;
        foreach (var (name, value) in members)
        {
            _text.Append(isFirst ? string.Empty : ", ");
            isFirst = false;
            if (IsIdentifier(name))
            {
                _text.Append(name);
            }
            else
            {
                _text.Append('"').Append(StringFunctions.Escape(name)).Append('"');
            }

            _text.Append(": ");
            Append(value, nested: true);
            if (_isFull)
            {
                return;
            }
        }

        _text.Append('}');
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(Lexer.IsIdentifierPart);
}
