using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables.Entities;

/// <summary>How a class of rows is written and read: made once per type by reflection, then only delegates run.</summary>
internal sealed class EntityMap
{
    private static readonly ConcurrentDictionary<Type, EntityMap> Known = new();

    private readonly PropertyMap[] _properties;
    private readonly Dictionary<string, PropertyMap> _byName = new(StringComparer.Ordinal);

    private EntityMap(Type type)
    {
        if (type.IsValueType)
        {
            throw new NotSupportedException($"{type} is a struct: a row must be a class.");
        }

        _properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsStored).Select(property => PropertyMap.Of(type, property))];
        foreach (var property in _properties)
        {
            EntityLimits.CheckName(property.Name);
            if (!_byName.TryAdd(property.Name, property))
            {
                throw new NotSupportedException($"{type} has two properties stored as '{property.Name}'.");
            }
        }
    }

    public static EntityMap Of(Type type) => Known.GetOrAdd(type, static type => new EntityMap(type));

    /// <summary>The name a property is stored under.</summary>
    public static string StoredName(MemberInfo member) =>
        member.GetCustomAttribute<DataMemberAttribute>() is { Name: { Length: > 0 } name } ? name : member.Name;

    public void Write(ITableEntity entity, EntityWriter writer)
    {
        foreach (var property in _properties)
        {
            property.Write(entity, writer);
        }
    }

    public PropertyMap? Find(string name) => _byName.GetValueOrDefault(name);

    // The four system properties are written and read through ITableEntity.
    private static bool IsStored(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0
        && property.Name is not (nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey)
            or nameof(ITableEntity.Timestamp) or nameof(ITableEntity.ETag))
        && !property.IsDefined(typeof(IgnoreDataMemberAttribute), inherit: true);
}

/// <summary>One property of a class of rows.</summary>
internal abstract class PropertyMap(string name)
{
    public string Name => name;

    public abstract void Write(object entity, EntityWriter writer);

    public abstract void Read(object entity, ref Utf8JsonReader reader);

    public static PropertyMap Of(Type entity, PropertyInfo property) =>
        (PropertyMap)Activator.CreateInstance(
            typeof(PropertyMap<,>).MakeGenericType(entity, property.PropertyType),
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions,
            null,
            [property],
            null)!;
}

/// <summary>One property, with its accessors bound: no boxing, no reflection.</summary>
internal sealed class PropertyMap<TEntity, TValue> : PropertyMap
    where TEntity : class
{
    private readonly Func<TEntity, TValue>? _get;
    private readonly Action<TEntity, TValue>? _set;
    private readonly ValueCodec<TValue> _codec;

    public PropertyMap(PropertyInfo property)
        : base(EntityMap.StoredName(property))
    {
        _get = property.GetGetMethod()?.CreateDelegate<Func<TEntity, TValue>>();
        _set = property.GetSetMethod()?.CreateDelegate<Action<TEntity, TValue>>();
        _codec = ValueCodec<TValue>.Instance
            ?? throw new NotSupportedException(
                $"{property.DeclaringType}.{property.Name} is a {typeof(TValue)}, which a table cannot hold; mark it [IgnoreDataMember].");
    }

    public override void Write(object entity, EntityWriter writer)
    {
        if (_get is not null && _get((TEntity)entity) is { } value)
        {
            _codec.Write(writer, Name, value);
        }
    }

    public override void Read(object entity, ref Utf8JsonReader reader)
    {
        if (_set is not null && reader.TokenType != JsonTokenType.Null)
        {
            _set((TEntity)entity, _codec.Read(ref reader));
        }
    }
}
