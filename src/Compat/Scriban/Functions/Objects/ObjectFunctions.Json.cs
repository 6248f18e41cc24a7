using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Scriban.Functions;

/// <summary>The members of <c>object</c> that read and write JSON.</summary>
public partial class ObjectFunctions
{
    /// <summary>The value of a JSON text; numbers are decimal.</summary>
    public static object FromJson(TemplateContext context, string json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return JsonValues.Read(document.RootElement);
    }

    /// <summary>The value as compact JSON.</summary>
    public static string ToJson(TemplateContext context, object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonValues.Write(context, writer, value, depth: 0);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
