using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary: its keys, timestamp and ETag lie among its properties under their wire names.</summary>
// The official type knows nothing of nullable annotations; its dictionary takes values of either kind.
#nullable disable annotations
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
#nullable restore annotations
{
    private readonly Dictionary<string, object?> _properties;

    /// <summary>Makes a row without keys.</summary>
    public TableEntity()
        : this(0)
    {
    }

    /// <summary>Makes a row from properties, keys among them or not.</summary>
#nullable disable annotations
    public TableEntity(IDictionary<string, object> values)
#nullable restore annotations
        : this(values?.Count ?? 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (key, value) in values)
        {
            _properties[key] = value;
        }
    }

    /// <summary>Makes a row with keys.</summary>
    public TableEntity(string partitionKey, string rowKey)
        : this(0)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    internal TableEntity(int capacity)
    {
        _properties = new Dictionary<string, object?>(capacity, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(Wire.PartitionKey)!;
        set => _properties[Wire.PartitionKey] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(Wire.RowKey)!;
        set => _properties[Wire.RowKey] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(Wire.Timestamp);
        set => _properties[Wire.Timestamp] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => GetString(Wire.ETag) is { } etag ? new ETag(etag) : default;
        set => _properties[Wire.ETag] = value == default ? null : value.ToString();
    }

    /// <summary>The number of properties, keys, timestamp and ETag included.</summary>
    public int Count => _properties.Count;

    /// <summary>The properties' names.</summary>
    public ICollection<string> Keys => _properties.Keys;

#nullable disable annotations
    ICollection<object> IDictionary<string, object>.Values => _properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;
#nullable restore annotations

    internal Dictionary<string, object?> Properties => _properties;

    /// <summary>A property's value, null when it has none. A whole number set on a property that holds a long or a double takes that type.</summary>
    public object? this[string key]
    {
        get => _properties.GetValueOrDefault(key);
        set => _properties[key] = value is int or long && _properties.TryGetValue(key, out var old) ? LikeBefore(old, value) : value;
    }

    /// <summary>Adds a property.</summary>
    /// <exception cref="ArgumentException">It is there already.</exception>
    public void Add(string key, object? value) => _properties.Add(key, value);

    /// <summary>Removes every property, keys included.</summary>
    public void Clear() => _properties.Clear();

    /// <summary>Whether there is such a property.</summary>
    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    /// <summary>Removes a property from this object; a merge does not remove it from the stored row.</summary>
    public bool Remove(string key) => _properties.Remove(key);

    /// <summary>Finds a property.</summary>
#nullable disable annotations
    public bool TryGetValue(string key, out object value) => _properties.TryGetValue(key, out value);
#nullable restore annotations

    /// <summary>A text, null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type; so for every typed getter.</exception>
    public string? GetString(string key) => Find(key, out var value) ? value as string ?? throw Mismatch<string>(key, value) : null;

    /// <summary>Bytes, null when there are none.</summary>
    public byte[]? GetBinary(string key) => !Find(key, out var value) ? null : value switch
    {
        byte[] bytes => bytes,
        BinaryData data => data.ToArray(),
        _ => throw Mismatch<byte[]>(key, value),
    };

    /// <summary>Bytes, null when there are none.</summary>
    public BinaryData? GetBinaryData(string key) => !Find(key, out var value) ? null : value switch
    {
        BinaryData data => data,
        byte[] bytes => BinaryData.FromBytes(bytes),
        _ => throw Mismatch<BinaryData>(key, value),
    };

    /// <summary>A truth value, null when there is none.</summary>
    public bool? GetBoolean(string key) => Get<bool>(key);

    /// <summary>A moment in UTC, null when there is none.</summary>
    public DateTime? GetDateTime(string key) => !Find(key, out var value) ? null : value switch
    {
        DateTime moment => moment,
        DateTimeOffset moment => moment.UtcDateTime,
        _ => throw Mismatch<DateTime>(key, value),
    };

    /// <summary>A moment, null when there is none.</summary>
    public DateTimeOffset? GetDateTimeOffset(string key) => !Find(key, out var value) ? null : value switch
    {
        DateTimeOffset moment => moment,
        DateTime moment => new DateTimeOffset(moment),
        _ => throw Mismatch<DateTimeOffset>(key, value),
    };

    /// <summary>A floating-point number, null when there is none.</summary>
    public double? GetDouble(string key) => Get<double>(key);

    /// <summary>A GUID, null when there is none.</summary>
    public Guid? GetGuid(string key) => Get<Guid>(key);

    /// <summary>A 32-bit number, null when there is none.</summary>
    public int? GetInt32(string key) => Get<int>(key);

    /// <summary>A 64-bit number, null when there is none.</summary>
    public long? GetInt64(string key) => Get<long>(key);

#nullable disable annotations
    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _properties.GetEnumerator();
#nullable restore annotations

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    private static object LikeBefore(object? old, object value) => (old, value) switch
    {
        (long, int number) => (long)number,
        (double, int number) => (double)number,
        (double, long number) => (double)number,
        _ => value,
    };

    private bool Find(string key, [NotNullWhen(true)] out object? value) => _properties.TryGetValue(key, out value) && value is not null;

    private T? Get<T>(string key)
        where T : struct => !Find(key, out var value) ? null : value is T typed ? typed : throw Mismatch<T>(key, value);

    private static InvalidOperationException Mismatch<T>(string key, object value) =>
        new($"The property '{key}' is a {value.GetType().Name}, not a {typeof(T).Name}.");
}
