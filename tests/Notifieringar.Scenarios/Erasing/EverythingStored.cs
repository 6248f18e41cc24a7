using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Notifieringar.Scenarios.Letters;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Erasing;

/// <summary>Something stored, as text.</summary>
internal sealed record StoredText(string Place, string Text);

/// <summary>All that a machine stores, whatever code has put it there: the services are asked for their tables, queues and containers. Of a PDF
/// the characters that can be copied out of it.</summary>
internal static class EverythingStored
{
    public static async Task<IReadOnlyList<StoredText>> ReadAsync(ALibrary library)
    {
        var storage = library.Machine.ConnectionString;
        var found = new List<StoredText>();
        await TablesAsync(storage, found);
        foreach (var name in await NamesAsync(storage, "QueueEndpoint", "Queue"))
        {
            foreach (var message in (await new QueueClient(storage, name).PeekMessagesAsync(32)).Value)
            {
                found.Add(new StoredText($"queue {name}", Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText))));
            }
        }

        foreach (var name in await NamesAsync(storage, "BlobEndpoint", "Container"))
        {
            await BlobsAsync(new BlobContainerClient(storage, name), found);
        }

        await using var log = new FileStream(library.FunctionLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(log);
        found.Add(new StoredText("log", await reader.ReadToEndAsync()));
        return found;
    }

    /// <summary>The words that are found, each with a place.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<StoredText> stored, IEnumerable<string> words) =>
    [
        .. from word in words
           from one in stored
           where one.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
           select $"{word}: {one.Place}",
    ];

    private static async Task TablesAsync(string storage, List<StoredText> found)
    {
        var service = new TableServiceClient(storage);
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                var values = row.Select(property => property.Value is byte[] packed ? Unpacked(packed) : Convert.ToString(property.Value, CultureInfo.InvariantCulture));
                found.Add(new StoredText($"table {table.Name} {row.PartitionKey} {row.RowKey}", string.Join('\n', [row.PartitionKey, row.RowKey, .. values])));
            }
        }
    }

    private static async Task BlobsAsync(BlobContainerClient container, List<StoredText> found)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
        {
            var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
            var text = blob.Name.EndsWith(".pdf", StringComparison.Ordinal)
                ? string.Concat(PdfFonts.Characters(content))
                : Encoding.UTF8.GetString(content) + Encoding.Latin1.GetString(content);
            found.Add(new StoredText($"blob {container.Name}/{blob.Name}", blob.Name + "\n" + text));
        }
    }

    private static string Unpacked(byte[] packed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // The SDK's members for this are none that the product uses, so they are asked for by hand.
    private static async Task<IReadOnlyList<string>> NamesAsync(string storage, string endpoint, string element)
    {
        var settings = storage.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var (account, date) = (settings["AccountName"], DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture));
        const string Version = "2021-12-02";
        var signed = $"GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:{date}\nx-ms-version:{Version}\n/{account}/{account}/\ncomp:list";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(settings["AccountKey"]), Encoding.UTF8.GetBytes(signed)));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{settings[endpoint].TrimEnd('/')}/?comp=list"));
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        request.Headers.TryAddWithoutValidation("x-ms-version", Version);
        request.Headers.TryAddWithoutValidation("Authorization", $"SharedKey {account}:{signature}");
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var list = XDocument.Parse((await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF'));
        return [.. list.Descendants(element).Select(one => one.Element("Name")!.Value)];
    }
}
