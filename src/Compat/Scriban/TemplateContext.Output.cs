using System.Collections;
using System.Numerics;
using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Output and conversion.</summary>
public partial class TemplateContext
{
    private readonly Stack<IScriptOutput> _outputs = new();
    private long _written;
    private int _printing;

    /// <summary>Where text goes.</summary>
    public IScriptOutput Output => _outputs.Peek();

    /// <summary>Sends text to a new place in memory.</summary>
    public void PushOutput() => PushOutput(new StringBuilderOutput());

    /// <summary>Sends text to another place.</summary>
    /// <param name="output">The place.</param>
    public void PushOutput(IScriptOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _outputs.Push(output);
    }

    /// <summary>Goes back to the place before.</summary>
    /// <returns>The place that was written to.</returns>
    public IScriptOutput PopOutput() => _outputs.Pop();

    /// <summary>Writes a value.</summary>
    /// <param name="span">Where it stands.</param>
    /// <param name="textAsObject">The value.</param>
    /// <returns>This context.</returns>
    public virtual TemplateContext Write(SourceSpan span, object textAsObject) =>
        textAsObject is null ? this : Write(ObjectToString(textAsObject));

    /// <summary>Writes text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>This context.</returns>
    public TemplateContext Write(string text) => text is null ? this : Write(text, 0, text.Length);

    /// <summary>Writes a part of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="startIndex">Where the part begins.</param>
    /// <param name="count">How long it is.</param>
    /// <returns>This context.</returns>
    public TemplateContext Write(string text, int startIndex, int count)
    {
        WriteText(text, startIndex, count);
        return this;
    }

    internal void WriteText(string text, int start, int count)
    {
        if (LimitToString > 0 && _written + count > LimitToString)
        {
            count = (int)Math.Max(0, LimitToString - _written);
        }

        if (count > 0)
        {
            _written += count;
            Output.Write(text, start, count);
        }
    }

    /// <summary>The text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="nested">True inside a list or an object, where strings are quoted.</param>
    /// <returns>The text.</returns>
    public virtual string ObjectToString(object value, bool nested = false)
    {
        switch (value)
        {
            case null:
                return nested ? "null" : "";
            case string text:
                return nested ? $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : text;
            case bool flag:
                return flag ? "true" : "false";
            case char sign:
                return sign.ToString();
            case DateTime date:
                return date.ToString("dd MMM yyyy", CurrentCulture);
            case IFormattable formattable and not ScriptArray:
                return formattable.ToString(null, CurrentCulture);
            case IScriptOutput or EmptyScriptObject:
                return value.ToString();
            case IScriptCustomFunction:
                return nested ? "<function>" : "";
        }

        if (++_printing > ObjectRecursionLimit && ObjectRecursionLimit > 0)
        {
            _printing = 0;
            throw new ScriptRuntimeException(CurrentSpan, $"Structure is too deeply nested or contains reference loops. Limit is {ObjectRecursionLimit}.");
        }

        try
        {
            return value switch
            {
                ScriptObject map => Braced('{', map.Select(pair => $"{pair.Key}: {ObjectToString(pair.Value, true)}"), '}'),
                IDictionary map => Braced('{', map.Keys.Cast<object>().Select(key => $"{key}: {ObjectToString(map[key], true)}"), '}'),
                IEnumerable list => Braced('[', list.Cast<object>().Select(item => ObjectToString(item, true)), ']'),
                _ => value.ToString(),
            };
        }
        finally
        {
            _printing = Math.Max(0, _printing - 1);
        }
    }

    /// <summary>The truth of a value: all but null and false is true.</summary>
    /// <param name="span">Where it stands.</param>
    /// <param name="value">The value.</param>
    /// <returns>Its truth.</returns>
    public virtual bool ToBool(SourceSpan span, object value) => value switch
    {
        null or EmptyScriptObject => false,
        bool flag => flag,
        _ => true,
    };

    /// <summary>A value as a whole number.</summary>
    /// <param name="span">Where it stands.</param>
    /// <param name="value">The value.</param>
    /// <returns>The number.</returns>
    public virtual int ToInt(SourceSpan span, object value)
    {
        try
        {
            return value switch
            {
                null => 0,
                int number => number,
                BigInteger big => (int)big,
                _ => Convert.ToInt32(value, CurrentCulture),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException)
        {
            throw new ScriptRuntimeException(span, $"Unable to convert type `{GetTypeName(value)}` to int", exception);
        }
    }

    /// <summary>A value as a list.</summary>
    /// <param name="span">Where it stands.</param>
    /// <param name="value">The value.</param>
    /// <returns>The list; null for null.</returns>
    public virtual IList ToList(SourceSpan span, object value) => value switch
    {
        null => null,
        IList list => list,
        IEnumerable sequence => new ScriptArray(sequence),
        _ => throw new ScriptRuntimeException(span, $"Unexpected list value. Expecting an array, list or iterator. Unable to convert to a list: {GetTypeName(value)}"),
    };

    /// <summary>The name of a value's type as templates know it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The name.</returns>
    public virtual string GetTypeName(object value) => value switch
    {
        null => "null",
        string => "string",
        bool => "bool",
        int => "int",
        long => "long",
        BigInteger => "bigint",
        double => "double",
        float => "float",
        decimal => "decimal",
        ScriptArray => "array",
        ScriptRange => "range",
        IScriptCustomFunction => "function",
        ScriptObject => "object",
        _ => value.GetType().Name,
    };

    /// <summary>Converts a value.</summary>
    /// <typeparam name="T">To what.</typeparam>
    /// <param name="span">Where it stands.</param>
    /// <param name="value">The value.</param>
    /// <returns>The converted value.</returns>
    public T ToObject<T>(SourceSpan span, object value) => (T)ToObject(span, value, typeof(T));

    /// <summary>Converts a value.</summary>
    /// <param name="span">Where it stands.</param>
    /// <param name="value">The value.</param>
    /// <param name="destinationType">To what.</param>
    /// <returns>The converted value.</returns>
    public virtual object ToObject(SourceSpan span, object value, Type destinationType)
    {
        ArgumentNullException.ThrowIfNull(destinationType);
        if (destinationType == typeof(object) || (value is not null && destinationType.IsInstanceOfType(value)))
        {
            return value;
        }

        var type = Nullable.GetUnderlyingType(destinationType) ?? destinationType;
        if (value is null && type != destinationType)
        {
            return null;
        }

        if (type == typeof(string))
        {
            return value is null ? null : ObjectToString(value);
        }

        if (type == typeof(int))
        {
            return ToInt(span, value);
        }

        if (type == typeof(bool))
        {
            return ToBool(span, value);
        }

        if (typeof(IEnumerable).IsAssignableFrom(type) && type.IsAssignableFrom(typeof(ScriptArray)))
        {
            return ToList(span, value);
        }

        try
        {
            return value switch
            {
                null => type.IsValueType && type.IsPrimitive ? Activator.CreateInstance(type) : type.IsValueType ? throw new InvalidCastException() : null,
                string when type.IsPrimitive || type == typeof(decimal) => throw new InvalidCastException(),
                IConvertible when type.IsEnum => Enum.Parse(type, ObjectToString(value), true),
                IConvertible => Convert.ChangeType(value, type, CurrentCulture),
                BigInteger big when type == typeof(double) => (double)big,
                BigInteger big when type == typeof(long) => (long)big,
                _ => throw new InvalidCastException(),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            throw new ScriptRuntimeException(span, $"Unable to convert type `{GetTypeName(value)}` to `{destinationType.Name}`", exception);
        }
    }

    /// <summary>Whether a value is empty.</summary>
    /// <param name="span">Where it stands.</param>
    /// <param name="against">The value.</param>
    /// <returns>True or false; null for null.</returns>
    public virtual object IsEmpty(SourceSpan span, object against) => against switch
    {
        null => null,
        string text => text.Length == 0,
        IList list => list.Count == 0,
        ScriptObject map => map.Count == 0,
        IEnumerable sequence => !sequence.Cast<object>().Any(),
        _ => false,
    };

    private static string Braced(char open, IEnumerable<string> items, char close) =>
        new StringBuilder().Append(open).AppendJoin(", ", items).Append(close).ToString();
}
