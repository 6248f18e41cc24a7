using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>Values whose type is known only when they are met: those of a <see cref="TableEntity"/>.</summary>
internal static class Values
{
    public static void Write(EntityWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.Write(name, text);
                break;
            case int number:
                writer.Write(name, number);
                break;
            case bool flag:
                writer.Write(name, flag);
                break;
            case DateTimeOffset moment:
                writer.Write(name, moment);
                break;
            case DateTime moment:
                writer.Write(name, Moments.InUtc(moment));
                break;
            case long number:
                writer.Write(name, number);
                break;
            case double number:
                writer.Write(name, number);
                break;
            case Guid guid:
                writer.Write(name, guid);
                break;
            case byte[] bytes:
                writer.Write(name, bytes);
                break;
            case BinaryData data:
                writer.Write(name, data.ToMemory().Span);
                break;
            case Enum member:
                writer.Write(name, member.ToString());
                break;
            case ulong number:
                writer.Write(name, checked((long)number));
                break;
            default:
                throw new NotSupportedException($"A table cannot hold a {value.GetType()} (property '{name}').");
        }
    }

    /// <summary>Reads the value that the reader stands on, by its annotation or else by its JSON. Null for a null.</summary>
    public static object? Read(ref Utf8JsonReader reader, Edm type) => reader.TokenType switch
    {
        JsonTokenType.String => type == Edm.None ? reader.GetString() : Typed(ref reader, type),
        JsonTokenType.Number => Number(ref reader, type),
        JsonTokenType.True => Boxed.True,
        JsonTokenType.False => Boxed.False,
        JsonTokenType.Null => null,
        _ => throw new JsonException("A table's property is neither text, number, truth value nor null."),
    };

    /// <summary>Gives a value that was read as text the type named after it.</summary>
    public static object Retype(string text, Edm type) => type switch
    {
        Edm.DateTime => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        Edm.Int64 => long.Parse(text, CultureInfo.InvariantCulture),
        Edm.Guid => Guid.Parse(text),
        Edm.Binary => Convert.FromBase64String(text),
        Edm.Double => double.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    private static object Typed(ref Utf8JsonReader reader, Edm type) => type switch
    {
        Edm.DateTime when reader.TryGetDateTimeOffset(out var moment) => moment.ToUniversalTime(),
        Edm.Guid when reader.TryGetGuid(out var guid) => guid,
        Edm.Binary => reader.GetBytesFromBase64(),
        _ => Retype(reader.GetString()!, type),
    };

    // A whole number is a double when it is written with a point, as the service does ("3.0").
    private static object Number(ref Utf8JsonReader reader, Edm type) => type switch
    {
        Edm.Double => (object)reader.GetDouble(),
        Edm.Int64 => reader.GetInt64(),
        _ when !reader.ValueSpan.ContainsAny(".eE"u8) && reader.TryGetInt32(out var number) => number,
        _ => reader.GetDouble(),
    };

    private static class Boxed
    {
        public static readonly object True = true;
        public static readonly object False = false;
    }
}
