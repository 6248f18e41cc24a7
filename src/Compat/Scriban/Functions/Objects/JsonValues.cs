using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Scriban.Runtime;

namespace Scriban.Functions;

internal static class JsonValues
{
    private const int DeepestNesting = 64;

    /// <summary>The value of a parsed element: objects and lists of the template's own kinds, numbers as decimal.</summary>
    public static object Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new ScriptObject();
                foreach (var property in element.EnumerateObject())
                {
                    members[property.Name] = Read(property.Value);
                }

                return members;
            case JsonValueKind.Array:
                var items = new ScriptArray();
                foreach (var item in element.EnumerateArray())
                {
                    items.Add(Read(item));
                }

                return items;
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetDecimal(out var number) ? number : element.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return null;
        }
    }

    public static void Write(TemplateContext context, Utf8JsonWriter writer, object value, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new JsonException(
                $"A possible object cycle was detected, or the object is deeper than the maximum allowed depth of {DeepestNesting}.");
        }

        // Lists inside each other can name the same value over and over.
        context.EnsureStack(context.CurrentSpan);
        context.CheckText(context.CurrentSpan, writer.BytesCommitted + writer.BytesPending);

        if (TryWriteSimple(writer, value))
        {
            return;
        }

        switch (value)
        {
            // A parameter name makes the error point at the argument.
            case IScriptCustomFunction and not ScriptObject:
                throw new ArgumentException("Can not serialize functions to JSON.", nameof(value));
            case IList or ScriptRange:
                WriteList(context, writer, (IEnumerable)value, depth);
                break;
            case IEnumerable when value is not (IScriptObject or IDictionary):
                WriteList(context, writer, (IEnumerable)value, depth);
                break;
            default:
                writer.WriteStartObject();
                foreach (var name in context.MemberNames(value))
                {
                    if (context.TryReadMember(value, name, default, out var member))
                    {
                        writer.WritePropertyName(name);
                        Write(context, writer, member, depth + 1);
                    }
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteList(TemplateContext context, Utf8JsonWriter writer, IEnumerable list, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in Sequence.Counted(context, context.CurrentSpan, list))
        {
            Write(context, writer, item, depth + 1);
        }

        writer.WriteEndArray();
    }

    private static bool TryWriteSimple(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case BigInteger number:
                FormatText.CheckDigits(number);
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case byte or sbyte or short or ushort or uint or ulong:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                writer.WriteStringValue(moment);
                break;
            case DateTimeOffset moment:
                writer.WriteStringValue(moment);
                break;
            case Enum choice:
                writer.WriteNumberValue(Convert.ToInt64(choice, CultureInfo.InvariantCulture));
                break;
            case TimeSpan span:
                writer.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture));
                break;
            case string or char:
                writer.WriteStringValue(value.ToString());
                break;
            case IFormattable formattable and not ScriptObject:
                writer.WriteStringValue(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                return false;
        }

        return true;
    }
}
