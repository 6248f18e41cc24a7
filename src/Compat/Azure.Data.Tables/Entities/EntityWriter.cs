using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables.Entities;

/// <summary>Writes rows as the service reads them and, while at it, weighs them by the service's own formula, so that a row it would
/// refuse is refused before it is sent (the emulator does not refuse them).</summary>
internal sealed class EntityWriter : IDisposable
{
    // The body is JSON in UTF-8, never HTML: letters outside ASCII need no escapes and would only cost bytes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Utf8JsonWriter _json;
    private int _properties;
    private long _size;

    public EntityWriter(IBufferWriter<byte> output)
    {
        _json = new Utf8JsonWriter(output, Options);
    }

    /// <summary>Writes one row and flushes it to the output.</summary>
    /// <exception cref="RequestFailedException">The row breaks a limit of the service.</exception>
    public void Write(ITableEntity entity)
    {
        KeyLimits.Check(Wire.PartitionKey, entity.PartitionKey);
        KeyLimits.Check(Wire.RowKey, entity.RowKey);
        _properties = 0;
        _size = 4 + (2L * (entity.PartitionKey.Length + entity.RowKey.Length));
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("PartitionKey"u8, entity.PartitionKey);
        _json.WriteString("RowKey"u8, entity.RowKey);
        if (entity is TableEntity dictionary)
        {
            WriteAll(dictionary);
        }
        else
        {
            EntityMap.Of(entity.GetType()).Write(entity, this);
        }

        EntityLimits.CheckRow(_properties, _size);
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Write(string name, string value)
    {
        Weigh(name, 4 + (2L * value.Length));
        EntityLimits.CheckText(name, value);
        _json.WriteString(name, value);
    }

    public void Write(string name, bool value)
    {
        Weigh(name, 1);
        _json.WriteBoolean(name, value);
    }

    public void Write(string name, int value)
    {
        Weigh(name, 4);
        _json.WriteNumber(name, value);
    }

    public void Write(string name, long value)
    {
        Weigh(name, 8);
        Span<char> text = stackalloc char[20];
        value.TryFormat(text, out var length, provider: System.Globalization.CultureInfo.InvariantCulture);
        _json.WriteString(name, text[..length]);
        Annotate(name, "Edm.Int64"u8);
    }

    public void Write(string name, double value)
    {
        Weigh(name, 8);
        if (double.IsFinite(value))
        {
            _json.WriteNumber(name, value);
        }
        else
        {
            _json.WriteString(name, double.IsNaN(value) ? "NaN"u8 : value > 0 ? "Infinity"u8 : "-Infinity"u8);
        }

        Annotate(name, "Edm.Double"u8);
    }

    public void Write(string name, DateTimeOffset value)
    {
        Weigh(name, 8);
        EntityLimits.CheckMoment(name, value);
        Span<char> text = stackalloc char[Wire.MomentFormat.Length];
        value.UtcDateTime.TryFormat(text, out var length, Wire.MomentFormat, System.Globalization.CultureInfo.InvariantCulture);
        _json.WriteString(name, text[..length]);
        Annotate(name, "Edm.DateTime"u8);
    }

    public void Write(string name, Guid value)
    {
        Weigh(name, 16);
        _json.WriteString(name, value);
        Annotate(name, "Edm.Guid"u8);
    }

    public void Write(string name, ReadOnlySpan<byte> value)
    {
        Weigh(name, 4 + (long)value.Length);
        EntityLimits.CheckBinary(name, value);
        _json.WriteBase64String(name, value);
        Annotate(name, "Edm.Binary"u8);
    }

    public void Dispose() => _json.Dispose();

    private void WriteAll(TableEntity entity)
    {
        foreach (var (name, value) in entity.Properties)
        {
            if (value is not null && !Wire.IsSystem(name))
            {
                EntityLimits.CheckName(name);
                Values.Write(this, name, value);
            }
        }
    }

    private void Weigh(string name, long size)
    {
        _properties++;
        _size += 8 + (2L * name.Length) + size;
    }

    private void Annotate(string name, ReadOnlySpan<byte> type)
    {
        Span<char> annotated = stackalloc char[EntityLimits.NameLength + Wire.TypeSuffix.Length];
        name.CopyTo(annotated);
        Wire.TypeSuffix.CopyTo(annotated[name.Length..]);
        _json.WriteString(annotated[..(name.Length + Wire.TypeSuffix.Length)], type);
    }
}
