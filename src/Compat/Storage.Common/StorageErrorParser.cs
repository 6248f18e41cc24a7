using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;
using Azure;
using Azure.Core;

namespace Storage.Common;

/// <summary>
/// Reads a failed answer of the blob or queue service: the code from the x-ms-error-code header (all that a HEAD request gets),
/// else from the XML body <c>&lt;Error&gt;&lt;Code/&gt;&lt;Message/&gt;…&lt;/Error&gt;</c>.
/// </summary>
internal sealed class StorageErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(
        Response response,
        [NotNullWhen(true)] out ResponseError? error,
        [NotNullWhen(true)] out IDictionary<string, string>? data)
    {
        var code = response.Headers.TryGetValue("x-ms-error-code", out var header) ? header : null;
        string? message = null;
        data = new Dictionary<string, string>();
        foreach (var element in Body(response))
        {
            switch (element.Name.LocalName)
            {
                case "Code": code ??= element.Value; break;
                case "Message": message = element.Value; break;
                default: data[element.Name.LocalName] = element.Value; break;
            }
        }

        error = code is null && message is null ? null : new ResponseError(code, message);
        return error is not null;
    }

    private static IEnumerable<XElement> Body(Response response)
    {
        // A proxy's HTML page or a cut answer is no error document; the status line still tells what happened.
        if (response.ContentStream is not { CanSeek: true, Length: > 0 } stream)
        {
            return [];
        }

        try
        {
            stream.Position = 0;
            var root = XDocument.Load(stream).Root;
            return root?.Name.LocalName == "Error" ? root.Elements() : [];
        }
        catch (XmlException)
        {
            return [];
        }
        finally
        {
            stream.Position = 0;
        }
    }
}
