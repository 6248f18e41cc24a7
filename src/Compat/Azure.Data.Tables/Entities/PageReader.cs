using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>Reads rows from an answer: into dictionaries by the types the answer names, into classes by the types of their properties.</summary>
internal sealed class PageReader<T>
    where T : class, ITableEntity
{
    private static readonly bool IsDictionary = typeof(T) == typeof(TableEntity);

    private readonly PageNames _names = new(IsDictionary ? null : EntityMap.Of(typeof(T)));
    private int _width;
    private string _partitionKey = "";
    private byte[] _partitionKeyText = [];

    /// <summary>Reads the rows of a query's answer.</summary>
    public List<T> ReadPage(ReadOnlySpan<byte> json)
    {
        var rows = new List<T>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRows = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!isRows)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                rows.Add(ReadRow(ref reader));
            }
        }

        return rows;
    }

    /// <summary>Reads an answer that is one row.</summary>
    public T ReadOne(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return ReadRow(ref reader);
    }

    private T ReadRow(ref Utf8JsonReader reader)
    {
        var row = IsDictionary ? (T)(object)new TableEntity(_width) : Activator.CreateInstance<T>();
        var dictionary = row as TableEntity;
        var annotated = default(string);
        var type = Edm.None;
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _names.Find(ref reader, ref next);
            reader.Read();
            switch (name.Kind)
            {
                case NameKind.Property when dictionary is not null:
                    dictionary.Properties[name.Name] = Values.Read(ref reader, annotated == name.Name ? type : Edm.None);
                    break;
                case NameKind.Property:
                    name.Map!.Read(row, ref reader);
                    break;
                case NameKind.Annotation when dictionary is not null:
                    (annotated, type) = (name.Name, EdmNames.Read(ref reader));
                    RetypeWhatCameBefore(dictionary, annotated, type);
                    break;
                case NameKind.PartitionKey:
                    row.PartitionKey = ReadPartitionKey(ref reader);
                    break;
                case NameKind.RowKey:
                    row.RowKey = reader.GetString()!;
                    break;
                case NameKind.Timestamp:
                    row.Timestamp = reader.GetDateTimeOffset();
                    break;
                case NameKind.ETag:
                    row.ETag = new ETag(reader.GetString()!);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        _width = dictionary?.Count ?? 0;
        return row;
    }

    private static void RetypeWhatCameBefore(TableEntity row, string name, Edm type)
    {
        if (row.Properties.TryGetValue(name, out var early) && early is string text)
        {
            row.Properties[name] = Values.Retype(text, type);
        }
    }

    // The rows of a page mostly share their partition key; one string serves them all.
    private string ReadPartitionKey(ref Utf8JsonReader reader)
    {
        if (_partitionKeyText.Length == 0 || !reader.ValueTextEquals(_partitionKeyText))
        {
            _partitionKey = reader.GetString()!;
            _partitionKeyText = Encoding.UTF8.GetBytes(_partitionKey);
        }

        return _partitionKey;
    }
}
