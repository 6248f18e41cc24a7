using System.Globalization;
using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

/// <summary>What the queue service says in headers.</summary>
internal static class QueueHeaders
{
    private const string MetadataPrefix = "x-ms-meta-";

    public static QueueProperties Properties(Response response)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers.Where(header => header.Name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase)))
        {
            metadata[header.Name[MetadataPrefix.Length..]] = header.Value;
        }

        var count = response.Headers.TryGetValue("x-ms-approximate-messages-count", out var text) ? text : "0";
        return new QueueProperties { Metadata = metadata, ApproximateMessagesCount = int.Parse(count!, CultureInfo.InvariantCulture) };
    }

    public static UpdateReceipt Updated(Response response) => new()
    {
        PopReceipt = Required(response, "x-ms-popreceipt"),
        NextVisibleOn = QueueXml.Time(Required(response, "x-ms-time-next-visible")),
    };

    private static string Required(Response response, string name) =>
        response.Headers.TryGetValue(name, out var value) ? value! : throw new InvalidDataException($"The queue service's answer lacks '{name}'.");
}
