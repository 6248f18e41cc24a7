using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>The body of a trigger invocation: <c>{"Data":{…},"Metadata":{…}}</c>.</summary>
internal sealed class TriggerPayload : IDisposable
{
    private readonly JsonDocument _document;

    private TriggerPayload(JsonDocument document) => _document = document;

    /// <exception cref="JsonException">The body is not a JSON object.</exception>
    public static async Task<TriggerPayload> Read(Stream body, CancellationToken cancellation)
    {
        var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellation).ConfigureAwait(false);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return new TriggerPayload(document);
        }

        document.Dispose();
        throw new JsonException();
    }

    public void Dispose() => _document.Dispose();

    /// <exception cref="InvalidOperationException">The host sent nothing by that name.</exception>
    public JsonElement Data(string binding) =>
        Find(_document.RootElement, "Data") is { ValueKind: JsonValueKind.Object } data
        && Find(data, binding) is { ValueKind: not JsonValueKind.Null } value
            ? value
            : throw new InvalidOperationException($"The invocation carries no data named '{binding}'.");

    /// <summary>
    /// The message text. The host JSON-encodes a text once more before it puts it into the body; a sender that does not is
    /// understood too, because a text that is not itself a JSON string is taken as it is.
    /// </summary>
    public static string Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return value.GetRawText();
        }

        var text = value.GetString()!;
        if (!text.AsSpan().TrimStart().StartsWith('"'))
        {
            return text;
        }

        try
        {
            return JsonSerializer.Deserialize<string>(text)!;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>The metadata as texts, by name without regard to case.</summary>
    public Dictionary<string, object?> Metadata()
    {
        Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);
        if (Find(_document.RootElement, "Metadata") is { ValueKind: JsonValueKind.Object } metadata)
        {
            foreach (var property in metadata.EnumerateObject())
            {
                values[property.Name] = property.Value.ValueKind == JsonValueKind.Null ? null : Text(property.Value);
            }
        }

        return values;
    }

    public JsonElement? MetadataObject(string name) =>
        Find(_document.RootElement, "Metadata") is { ValueKind: JsonValueKind.Object } metadata
        && Find(metadata, name) is { ValueKind: JsonValueKind.Object } value
            ? value
            : null;

    private static JsonElement? Find(JsonElement parent, string name)
    {
        if (parent.TryGetProperty(name, out var exact))
        {
            return exact;
        }

        foreach (var property in parent.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }
}
