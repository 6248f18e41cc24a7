using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using static Notifieringar.Tests.Compat.AzureStorage.RecordingHandler;

namespace Notifieringar.Tests.Compat.AzureStorage;

public sealed class BlobRequestTests
{
    [Fact]
    public async Task Upload_WithOptions_SendsTypeMetadataAndConditions()
    {
        var (container, handler) = Container(new Answer(HttpStatusCode.Created, "", ("ETag", "\"0x1\""), ("Last-Modified", "Fri, 09 Oct 2026 21:04:30 GMT")));
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/pdf" },
            Metadata = new Dictionary<string, string> { ["run"] = "7" },
            Conditions = new BlobRequestConditions { IfMatch = new ETag("\"0x0\"") },
        };

        var info = (await container.GetBlobClient("åsinge/part 1.pdf").UploadAsync(new BinaryData("%PDF"), options)).Value;

        var request = Assert.Single(handler.Requests);
        Assert.Equal("/letters/%C3%A5singe/part%201.pdf", request.Uri.AbsolutePath);
        Assert.Equal("BlockBlob", request.Headers["x-ms-blob-type"]);
        Assert.Equal("application/pdf", request.Headers["x-ms-blob-content-type"]);
        Assert.Equal("7", request.Headers["x-ms-meta-run"]);
        Assert.Equal("\"0x0\"", request.Headers["If-Match"]);
        Assert.Equal(new ETag("0x1"), info.ETag);
    }

    [Fact]
    public async Task Upload_WithoutOverwrite_AsksThatNothingBeThere()
    {
        var (container, handler) = Container(new Answer(HttpStatusCode.Created));

        await container.GetBlobClient("a").UploadAsync(new BinaryData("x"));

        Assert.Equal("*", handler.Requests[0].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task Upload_OfAStreamToABusyServer_SendsTheSameBytesAgainAndLeavesTheStreamOpen()
    {
        var (container, handler) = Container(new Answer(HttpStatusCode.ServiceUnavailable), new Answer(HttpStatusCode.Created));
        using var content = new MemoryStream("..brev"u8.ToArray()) { Position = 2 };

        await container.GetBlobClient("a").UploadAsync(content, overwrite: true);

        Assert.Equal(["brev", "brev"], handler.Requests.Select(request => request.Body));
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task Upload_OverTheLimitOfOneRequest_IsRefusedBeforeSending()
    {
        var (container, handler) = Container();
        await using var content = new LongStream(BlobClient.MaxUploadBytes + 1);

        await Assert.ThrowsAsync<ArgumentException>(() => container.GetBlobClient("a").UploadAsync(content, overwrite: true));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task BoundedCopy_StreamPastTheLimit_StopsReading()
    {
        using var source = new MemoryStream(new byte[11]);

        await Assert.ThrowsAsync<ArgumentException>(() => BoundedCopy.ReadAsync(source, 10, CancellationToken.None));
    }

    [Fact]
    public async Task GetBlobs_TwoPages_FollowsTheMarkerAndDecodesNames()
    {
        var (container, handler) = Container(
            new Answer(HttpStatusCode.OK, Listing("<Name>a/1</Name>", "m 2")),
            new Answer(HttpStatusCode.OK, Listing("<Name Encoded=\"true\">a%2F%EF%BF%BE</Name>", "")));

        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, "a/", CancellationToken.None))
        {
            names.Add(blob.Name);
            Assert.Equal((12, "application/pdf"), (blob.Properties.ContentLength, blob.Properties.ContentType));
            Assert.Equal("7", blob.Metadata["RUN"]);
        }

        Assert.Equal(["a/1", "a/\uFFFE"], names);
        Assert.Equal("?restype=container&comp=list&prefix=a%2F&include=metadata", handler.Requests[0].Uri.Query);
        Assert.Contains("&marker=m%202", handler.Requests[1].Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exists_HeadWithoutBody_ReadsTheCodeFromTheHeader()
    {
        var (container, _) = Container(
            new Answer(HttpStatusCode.NotFound, "", ("x-ms-error-code", "BlobNotFound")),
            new Answer(HttpStatusCode.NotFound, "", ("x-ms-error-code", "ContainerNotFound")));

        Assert.False((await container.GetBlobClient("a").ExistsAsync()).Value);
        Assert.False((await container.GetBlobClient("a").ExistsAsync()).Value);
    }

    [Fact]
    public void BlobAddress_OfAnAccountOrAnEmulator_GivesContainerAndName()
    {
        Assert.Equal(("brev", "a/b c"), BlobPath.Split(new Uri("https://contoso.blob.core.windows.net/brev/a/b%20c")));
        Assert.Equal(("brev", "a/b c"), BlobPath.Split(new Uri("http://127.0.0.1:10000/devstoreaccount1/brev/a/b%20c")));
    }

    private static string Listing(string name, string marker) => "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults><Blobs><Blob>" + name
        + "<Properties><Content-Length>12</Content-Length><Content-Type>application/pdf</Content-Type><Etag>0x1</Etag></Properties>"
        + $"<Metadata><run>7</run></Metadata></Blob></Blobs><NextMarker>{marker}</NextMarker></EnumerationResults>";

    private static (BlobContainerClient Container, RecordingHandler Handler) Container(params Answer[] answers)
    {
        var handler = new RecordingHandler(answers);
        var options = new BlobClientOptions { Transport = new HttpClientTransport(handler) };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        var service = new BlobServiceClient("DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=AAECAwQFBgc=;EndpointSuffix=core.windows.net", options);
        return (service.GetBlobContainerClient("letters"), handler);
    }

    // Has a length and no bytes.
    private sealed class LongStream(long length) : MemoryStream
    {
        public override long Length => length;
    }
}
