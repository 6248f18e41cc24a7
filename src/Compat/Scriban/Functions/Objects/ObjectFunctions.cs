using System.Collections;
using System.Globalization;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The members of <c>object</c>: questions about a value.</summary>
public partial class ObjectFunctions : ScriptObject
{
    /// <summary>The default for null and "", else the value.</summary>
    public static object Default(object value, object @default) => value is null or "" ? @default : value;

    /// <summary>The value in a .NET format.</summary>
    public static string Format(TemplateContext context, SourceSpan span, object value, string format, string culture = null)
    {
        if (value is null)
        {
            return string.Empty;
        }

        if (value is not IFormattable formattable)
        {
            throw new ScriptRuntimeException(span, $"Unexpected `{value}`. Must be a formattable object");
        }

        FormatText.Check(format);
        FormatText.CheckDigits(value);
        return formattable.ToString(format, culture is null ? context.CurrentCulture : CultureInfo.GetCultureInfo(culture));
    }

    /// <summary>Whether the object has a member; false for null.</summary>
    public static bool HasKey(IDictionary<string, object> value, string key) => value is not null && key is not null && value.ContainsKey(key);

    /// <summary>Whether the object has a member that is not null; false for null.</summary>
    public static bool HasValue(IDictionary<string, object> value, string key) =>
        value is not null && key is not null && value.TryGetValue(key, out var found) && found is not null;

    /// <summary>The names of the members.</summary>
    public static new ScriptArray Keys(TemplateContext context, object value) => new(context.MemberNames(value));

    /// <summary>The values of the members.</summary>
    public static new ScriptArray Values(TemplateContext context, object value)
    {
        var result = new ScriptArray();
        foreach (var name in context.MemberNames(value))
        {
            result.Add(context.TryReadMember(value, name, default, out var member) ? member : null);
        }

        return result;
    }

    /// <summary>Characters, items or members; 0 for anything else.</summary>
    public static int Size(TemplateContext context, SourceSpan span, object value) => value switch
    {
        string text => text.Length,
        IEnumerable list => ArrayFunctions.Size(context, span, list),
        _ => 0,
    };

    /// <summary>string, boolean, number, array, iterator or object; null for null.</summary>
    public static string Typeof(object value) => value switch
    {
        null => null,
        string => "string",
        bool => "boolean",
        ScriptRange => "iterator",
        IList => "array",
        ScriptObject or IDictionary => "object",
        IEnumerable => "iterator",
        _ when MathFunctions.IsNumber(value) => "number",
        _ => "object",
    };

    /// <summary>The name of the value's type, such as int or DateTime; null for null.</summary>
    public static string Kind(TemplateContext context, object value) => value is null ? null : context.GetTypeName(value);
}
