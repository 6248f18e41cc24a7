using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>Finds code and message in the service's error answers: JSON, or XML when authentication failed.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static readonly TableErrorParser Instance = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = null;
        try
        {
            var body = response.ContentStream is null ? default : response.Content.ToMemory();
            error = body.Span.TrimStart(" \r\n\t\uFEFF"u8) switch
            {
                [(byte)'{', ..] => FromJson(body),
                [(byte)'<', ..] => FromXml(response.Content.ToString().TrimStart('\uFEFF')),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is JsonException or XmlException or InvalidOperationException)
        {
            // An answer cut short, or from something between us and the service: status and headers still tell what they can.
        }

        if (error is null && response.Headers.TryGetValue("x-ms-error-code", out var code))
        {
            error = new ResponseError(code, response.ReasonPhrase);
        }

        return error is not null;
    }

    private static ResponseError? FromJson(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (!document.RootElement.TryGetProperty("odata.error", out var error))
        {
            return null;
        }

        var message = error.TryGetProperty("message", out var told) && told.TryGetProperty("value", out var value) ? value.GetString() : null;
        return new ResponseError(error.GetProperty("code").GetString(), message);
    }

    private static ResponseError? FromXml(string body)
    {
        var root = XDocument.Parse(body).Root!;
        var code = root.Elements().FirstOrDefault(element => element.Name.LocalName.Equals("code", StringComparison.OrdinalIgnoreCase));
        var message = root.Elements().FirstOrDefault(element => element.Name.LocalName.Equals("message", StringComparison.OrdinalIgnoreCase));
        return code is null ? null : new ResponseError(code.Value, message?.Value);
    }
}
