using System.Collections;
using System.Globalization;
using System.Numerics;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Turns values into values of other types.</summary>
public partial class TemplateContext
{
    /// <summary>False for null, false and empty; true for everything else.</summary>
    public virtual bool ToBool(SourceSpan span, object value) => value switch
    {
        null or EmptyScriptObject => false,
        bool flag => flag,
        _ => true,
    };

    /// <summary>A whole number, rounded to even; null is 0.</summary>
    public virtual int ToInt(SourceSpan span, object value)
    {
        try
        {
            return value switch
            {
                null => 0,
                int number => number,
                BigInteger number => (int)number,
                _ => Convert.ToInt32(value, CurrentCulture),
            };
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException)
        {
            throw new ScriptRuntimeException(span, $"Unable to convert type `{GetTypeName(value)}` to int", exception);
        }
    }

    /// <summary>A value of another type.</summary>
    public T ToObject<T>(SourceSpan span, object value) => (T)ToObject(span, value, typeof(T));

    /// <summary>A value of another type; throws when there is none.</summary>
    public virtual object ToObject(SourceSpan span, object value, Type destinationType)
    {
        ArgumentNullException.ThrowIfNull(destinationType);
        if (destinationType.IsInstanceOfType(value))
        {
            return value;
        }

        var type = Nullable.GetUnderlyingType(destinationType);
        if (value is null)
        {
            return type is not null || !destinationType.IsValueType ? null
                : destinationType.IsPrimitive || destinationType == typeof(decimal) ? Activator.CreateInstance(destinationType)
                : throw CannotConvert(span, value, destinationType);
        }

        type ??= destinationType;
        if (type == typeof(string))
        {
            return ObjectToString(value);
        }

        if (type == typeof(int))
        {
            return ToInt(span, value);
        }

        if (type == typeof(bool))
        {
            return ToBool(span, value);
        }

        return ToNumber(value, type) ?? ToEnum(value, type) ?? throw CannotConvert(span, value, destinationType);
    }

    /// <summary>A list; null stays null.</summary>
    public virtual IList ToList(SourceSpan span, object value) => value switch
    {
        null => null,
        IList list => list,
        IEnumerable items => new ScriptArray(items),
        _ => throw new ScriptRuntimeException(span, $"Unexpected list value. Expecting an array, list or iterator. Unable to convert to a list from `{value.GetType()}`."),
    };

    /// <summary>Whether a list, a text or an object has nothing in it; null for null.</summary>
    public virtual object IsEmpty(SourceSpan span, object against) => against switch
    {
        null => null,
        string text => text.Length == 0,
        ICollection list => list.Count == 0,
        IScriptObject scripted => scripted.Count == 0,
        IEnumerable items => !items.Cast<object>().Any(),
        _ when against.GetType().IsPrimitive || against is decimal => false,

        // The official engine has it the wrong way round for other .NET objects, and templates may rely on that.
        _ => TypedMembers.Of(against.GetType(), this).Count > 0,
    };

    /// <summary>The name of a value's type in messages.</summary>
    public virtual string GetTypeName(object value) => value switch
    {
        null => "null",
        Type type => NameOf(type),
        StringBuilderOutput => "string_builder_output",
        ScriptRange => "range",
        EmptyScriptObject or ScriptObject => "object",
        IList => "array",
        IScriptObject or IDictionary => "object",
        IScriptCustomFunction => "function",
        _ => NameOf(value.GetType()),
    };

    internal object ToArgument(SourceSpan span, object value, Type type) => ToObject(span, value, type);

    private object ToNumber(object value, Type type)
    {
        var isNumber = value is BigInteger or bool || Functions.MathFunctions.IsNumber(value);
        if (!isNumber || !(type.IsPrimitive || type == typeof(decimal) || type == typeof(BigInteger)))
        {
            return null;
        }

        if (type == typeof(BigInteger))
        {
            return new BigInteger(Convert.ToDecimal(value, CurrentCulture));
        }

        try
        {
            return Convert.ChangeType(value is BigInteger big ? (double)big : value, type, CurrentCulture);
        }
        catch (Exception exception) when (exception is InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    private object ToEnum(object value, Type type)
    {
        if (!type.IsEnum)
        {
            return null;
        }

        return value is string name
            ? Enum.TryParse(type, name, ignoreCase: true, out var parsed) ? parsed : null
            : value is int or long or short or byte ? Enum.ToObject(type, Convert.ToInt64(value, CultureInfo.InvariantCulture)) : null;
    }

    private ScriptRuntimeException CannotConvert(SourceSpan span, object value, Type type) =>
        new(span, $"Unable to convert type `{GetTypeName(value)}` to `{NameOf(type)}`");

    private static string NameOf(Type type)
    {
        if (type == typeof(object))
        {
            return "object";
        }

        if (type == typeof(IDictionary<string, object>))
        {
            return "IDictionary<string, Object>";
        }

        return type == typeof(BigInteger) ? "bigint" : Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.Name,
            TypeCode.Boolean => "bool",
            TypeCode.Byte => "byte",
            TypeCode.SByte => "sbyte",
            TypeCode.Int16 => "short",
            TypeCode.UInt16 => "ushort",
            TypeCode.Int32 => "int",
            TypeCode.UInt32 => "uint",
            TypeCode.Int64 => "long",
            TypeCode.UInt64 => "ulong",
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            TypeCode.Decimal => "decimal",
            TypeCode.String => "string",
            _ => type.Name,
        };
    }
}
