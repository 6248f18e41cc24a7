using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

internal delegate void WriteValue<T>(EntityWriter writer, string name, T value);

internal delegate T ReadValue<T>(ref Utf8JsonReader reader);

/// <summary>Writes and reads values of one type. Reading goes by the property's type, so annotations are not needed.</summary>
internal sealed class ValueCodec<T>(WriteValue<T> write, ReadValue<T> read)
{
    /// <summary>The codec, null when a table cannot hold the type.</summary>
    public static ValueCodec<T>? Instance { get; } = (ValueCodec<T>?)ValueCodecs.For(typeof(T));

    public WriteValue<T> Write => write;

    public ReadValue<T> Read => read;
}

internal static class ValueCodecs
{
    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(string)] = new ValueCodec<string>(static (w, n, v) => w.Write(n, v), static (ref r) => r.GetString()!),
        [typeof(bool)] = new ValueCodec<bool>(static (w, n, v) => w.Write(n, v), static (ref r) => r.GetBoolean()),
        [typeof(int)] = new ValueCodec<int>(static (w, n, v) => w.Write(n, v), static (ref r) => r.GetInt32()),
        [typeof(long)] = new ValueCodec<long>(static (w, n, v) => w.Write(n, v), Int64),
        [typeof(ulong)] = new ValueCodec<ulong>(static (w, n, v) => w.Write(n, checked((long)v)), static (ref r) => checked((ulong)Int64(ref r))),
        [typeof(double)] = new ValueCodec<double>(static (w, n, v) => w.Write(n, v), Double),
        [typeof(DateTimeOffset)] = new ValueCodec<DateTimeOffset>(static (w, n, v) => w.Write(n, v), static (ref r) => r.GetDateTimeOffset().ToUniversalTime()),
        [typeof(DateTime)] = new ValueCodec<DateTime>(static (w, n, v) => w.Write(n, Moments.InUtc(v)), static (ref r) => r.GetDateTimeOffset().UtcDateTime),
        [typeof(Guid)] = new ValueCodec<Guid>(static (w, n, v) => w.Write(n, v), static (ref r) => r.GetGuid()),
        [typeof(byte[])] = new ValueCodec<byte[]>(static (w, n, v) => w.Write(n, v), static (ref r) => r.GetBytesFromBase64()),
        [typeof(BinaryData)] = new ValueCodec<BinaryData>(
            static (w, n, v) => w.Write(n, v.ToMemory().Span), static (ref r) => BinaryData.FromBytes(r.GetBytesFromBase64())),
    };

    public static object? For(Type type)
    {
        if (Known.TryGetValue(type, out var codec))
        {
            return codec;
        }

        if (type.IsEnum)
        {
            return Make(nameof(OfEnum), type);
        }

        return Nullable.GetUnderlyingType(type) is { } inner && (inner.IsEnum || Known.ContainsKey(inner)) ? Make(nameof(OfNullable), inner) : null;
    }

    private static object Make(string method, Type type) =>
        typeof(ValueCodecs).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null)!;

    // An enum is stored by name. Its parser knows the names; what is written is seldom a value without one.
    private static ValueCodec<T> OfEnum<T>()
        where T : struct, Enum =>
        new(static (w, n, v) => w.Write(n, Enum.GetName(v) ?? v.ToString()), static (ref r) => Enum.Parse<T>(r.GetString()!));

    private static ValueCodec<T?> OfNullable<T>()
        where T : struct
    {
        var inner = ValueCodec<T>.Instance!;
        return new((w, n, v) => inner.Write(w, n, v!.Value), (ref r) => inner.Read(ref r));
    }

    private static long Int64(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
        ? reader.GetInt64()
        : long.Parse(reader.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static double Double(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
        ? reader.GetDouble()
        : double.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
}
