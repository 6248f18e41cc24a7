using System.Globalization;
using System.Xml.Linq;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>The blob service's listing.</summary>
internal static class BlobXml
{
    public static string? Include(BlobTraits traits, BlobStates states)
    {
        if (states != BlobStates.None || (traits & ~BlobTraits.Metadata) != 0)
        {
            throw new NotSupportedException("This stand-in lists committed blobs, with or without their metadata.");
        }

        return traits.HasFlag(BlobTraits.Metadata) ? "metadata" : null;
    }

    public static Page<BlobItem> Page(Response response)
    {
        var root = XDocument.Load(response.Content.ToStream()).Root!;
        var blobs = root.Element("Blobs")?.Elements("Blob").Select(Item).ToArray() ?? [];
        var marker = root.Element("NextMarker")?.Value;
        return Page<BlobItem>.FromValues(blobs, string.IsNullOrEmpty(marker) ? null : marker, response);
    }

    private static BlobItem Item(XElement blob)
    {
        var name = blob.Element("Name")!;
        // Names that XML cannot carry come percent-encoded and say so.
        var text = (bool?)name.Attribute("Encoded") == true ? Uri.UnescapeDataString(name.Value) : name.Value;
        return new BlobItem
        {
            Name = text,
            Properties = blob.Element("Properties") is { } properties ? Properties(properties) : new BlobItemProperties(),
            Metadata = blob.Element("Metadata")?.Elements().ToDictionary(entry => entry.Name.LocalName, entry => entry.Value, StringComparer.OrdinalIgnoreCase)
                ?? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
        };
    }

    private static BlobItemProperties Properties(XElement properties)
    {
        string? Text(string name) => properties.Element(name) is { Value.Length: > 0 } element ? element.Value : null;
        return new BlobItemProperties
        {
            ContentLength = Text("Content-Length") is { } length ? long.Parse(length, CultureInfo.InvariantCulture) : null,
            ContentType = Text("Content-Type"),
            ContentEncoding = Text("Content-Encoding"),
            ContentHash = Text("Content-MD5") is { } hash ? Convert.FromBase64String(hash) : null,
            CreatedOn = Text("Creation-Time") is { } created ? BlobHeaders.Time(created) : null,
            LastModified = Text("Last-Modified") is { } modified ? BlobHeaders.Time(modified) : null,
            ETag = Text("Etag") is { } tag ? new ETag(tag) : null,
        };
    }
}
