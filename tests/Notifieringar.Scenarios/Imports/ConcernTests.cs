using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Imports;

/// <summary>A worry about a child is reported outside this system, which has no place for it (domain.md T70).</summary>
public sealed class ConcernTests
{
    private const string Concern = "Grannarna hör bråk om nätterna";

    [Fact]
    public async Task T70_AReportOfConcernInAList_IsStoredNowhere_AndThereIsNoFieldForIt()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 6, 0));
        using var system = await ALibrarySystem.WithKeyAsync(library);
        var csv = $"{AFamily.Header.TrimEnd()};Orosanmälan\r\n{new AFamily { GivenName = "Malva" }.Line.TrimEnd()};{Concern}\r\n";

        var address = await library.SendFileAsync(csv);
        Assert.DoesNotContain(Concern, await EverythingAsync(library), StringComparison.Ordinal); // kept, and not read yet
        await library.DrainAsync();
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 15, 0));
        var sent = await system.PostAsync("people", $$"""
            { "people": [{ "reference": "L-1", "kind": "household", "givenName": "Livia", "concern": "{{Concern}}" }] }
            """);

        Assert.Equal(400, sent.Status);
        var report = await library.ReportAsync(address);
        Assert.Equal(("done", 1), (report.State, report.Imported));
        Assert.Contains("unused-columns", report.Findings.Select(finding => finding.Code));
        var everything = await EverythingAsync(library);
        Assert.Contains("Malva", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Concern, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Orosanm", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Concern, await File.ReadAllTextAsync(library.FunctionLog), StringComparison.Ordinal);
    }

    // Every table, blob and queue as text; files are in Windows-1252, the rest in UTF-8.
    private static async Task<string> EverythingAsync(ALibrary library)
    {
        var text = new StringBuilder();
        var connection = library.Machine.ConnectionString;
        var tables = new TableServiceClient(connection);
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                text.AppendLine(string.Join(';', row.Select(property => $"{property.Key}={property.Value}")));
            }
        }

        foreach (var container in new[] { "imports", "letters" }.Select(new BlobServiceClient(connection).GetBlobContainerClient))
        {
            await container.CreateIfNotExistsAsync();
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, CancellationToken.None))
            {
                var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
                text.AppendLine(Encoding.Latin1.GetString(content)).AppendLine(content.ToString());
            }
        }

        var names = typeof(Queues).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();
        names.Remove(Queues.Poison);
        foreach (var name in names.Concat(names.Select(name => name + Queues.Poison)))
        {
            var queue = new QueueServiceClient(connection).GetQueueClient(name);
            if (await queue.ExistsAsync())
            {
                var messages = (await queue.PeekMessagesAsync(maxMessages: 32)).Value;
                text.AppendLine(string.Join(';', messages.Select(message => Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText)))));
            }
        }

        return text.ToString();
    }
}
