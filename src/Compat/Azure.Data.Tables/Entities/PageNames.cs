using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

internal enum NameKind
{
    Ignored,
    PartitionKey,
    RowKey,
    Timestamp,
    ETag,
    Annotation,
    Property,
}

/// <summary>A name in an answer and what it means; an annotation has the name of the property it is about.</summary>
internal sealed record PageName(byte[] Text, string Name, NameKind Kind, PropertyMap? Map);

/// <summary>
/// The names met on a page. Its rows have mostly the same properties in the same order, so after a name the one is expected that
/// followed it before; a page of a thousand rows allocates each name once. Without a map, every property is kept.
/// </summary>
internal sealed class PageNames(EntityMap? map)
{
    private readonly List<PageName> _names = [];

    /// <summary>Tells the name the reader stands on; <paramref name="next"/> is the place to look first, and then of the name after.</summary>
    public PageName Find(ref Utf8JsonReader reader, ref int next)
    {
        for (var step = 0; step < _names.Count; step++)
        {
            var at = (next + step) % _names.Count;
            if (reader.ValueTextEquals(_names[at].Text))
            {
                next = at + 1;
                return _names[at];
            }
        }

        var name = Learn(reader.GetString()!);
        _names.Add(name);
        next = _names.Count;
        return name;
    }

    private PageName Learn(string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        if (name.EndsWith(Wire.TypeSuffix, StringComparison.Ordinal))
        {
            return new PageName(text, name[..^Wire.TypeSuffix.Length], NameKind.Annotation, null);
        }

        var property = map?.Find(name);
        var kind = name switch
        {
            Wire.PartitionKey => NameKind.PartitionKey,
            Wire.RowKey => NameKind.RowKey,
            Wire.Timestamp => NameKind.Timestamp,
            Wire.ETag => NameKind.ETag,
            _ when name.StartsWith("odata.", StringComparison.Ordinal) => NameKind.Ignored,
            _ => map is null || property is not null ? NameKind.Property : NameKind.Ignored,
        };
        return new PageName(text, name, kind, property);
    }
}
