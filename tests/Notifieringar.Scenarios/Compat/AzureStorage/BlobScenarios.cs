using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Notifieringar.Scenarios.Compat.AzureStorage;

public sealed class BlobScenarios(Emulator emulator)
{
    [Fact]
    public async Task AnUpload_IsReadBackWithItsTypeAndMetadata()
    {
        var blob = (await ContainerAsync()).GetBlobClient("åsinge/2027-02-01/del 1+2.pdf");
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/pdf" },
            Metadata = new Dictionary<string, string> { ["pages"] = "12" },
        };

        await blob.UploadAsync(new BinaryData("innehåll"), options);

        var read = (await blob.DownloadContentAsync()).Value;
        Assert.Equal("innehåll", read.Content.ToString());
        Assert.Equal(("application/pdf", "12"), (read.Details.ContentType, read.Details.Metadata["pages"]));
        var properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal((9L, "application/pdf", "12"), (properties.ContentLength, properties.ContentType, properties.Metadata["pages"]));
        Assert.Equal(read.Details.ETag, properties.ETag);
    }

    [Fact]
    public async Task ASecondUploadOfTheSameName_IsRefusedUnlessOverwriting()
    {
        var blob = (await ContainerAsync()).GetBlobClient("part.pdf");
        var once = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        await blob.UploadAsync(new BinaryData("1"), once);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(new BinaryData("2"), once));
        Assert.Equal(409, failure.Status);
        Assert.True(failure.ErrorCode == BlobErrorCode.BlobAlreadyExists, failure.ErrorCode);
        await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(new BinaryData("2")));

        await blob.UploadAsync(new MemoryStream(Encoding.UTF8.GetBytes("3")), overwrite: true);
        Assert.Equal("3", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task AnUploadOverAnotherVersion_IsRefused()
    {
        var blob = (await ContainerAsync()).GetBlobClient("state.json");
        var first = (await blob.UploadAsync(new BinaryData("1"))).Value;
        var second = (await blob.UploadAsync(new BinaryData("2"), When(first.ETag))).Value;

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(new BinaryData("3"), When(first.ETag)));

        Assert.True(failure.ErrorCode == BlobErrorCode.ConditionNotMet, failure.ErrorCode);
        Assert.NotEqual(first.ETag, second.ETag);
    }

    [Fact]
    public async Task ABlob_StreamsWholeAndInPart()
    {
        var blob = (await ContainerAsync()).GetBlobClient("big");
        var content = new byte[3_000_000];
        Random.Shared.NextBytes(content);
        using var source = new MemoryStream(content);
        source.Position = 1_000_000;
        await blob.UploadAsync(source, overwrite: false);

        using var whole = (await blob.DownloadStreamingAsync()).Value;
        using var copy = new MemoryStream();
        await whole.Content.CopyToAsync(copy);
        Assert.Equal(content[1_000_000..], copy.ToArray());

        var part = await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(10, 5) }, CancellationToken.None);
        Assert.Equal(content[1_000_010..1_000_015], part.Value.Content.ToArray());
    }

    [Fact]
    public async Task AListing_ShowsWhatHasThePrefix()
    {
        var container = await ContainerAsync();
        foreach (var name in new[] { "a/1", "a/2", "b/1", "a/3" })
        {
            await container.GetBlobClient(name).UploadAsync(new BinaryData(name));
        }

        var pages = new List<string[]>();
        await foreach (var page in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "a/", CancellationToken.None).AsPages(pageSizeHint: 2))
        {
            pages.Add([.. page.Values.Select(blob => blob.Name)]);
        }

        Assert.Equal([["a/1", "a/2"], ["a/3"]], pages);
    }

    [Fact]
    public async Task WhatIsNotThere_IsSaidSo()
    {
        var container = await ContainerAsync();
        Assert.Null(await container.CreateIfNotExistsAsync());
        var blob = container.GetBlobClient("gone");
        Assert.False((await blob.ExistsAsync()).Value);
        Assert.False((await blob.DeleteIfExistsAsync()).Value);
        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadContentAsync());
        Assert.True(missing.ErrorCode == BlobErrorCode.BlobNotFound, missing.ErrorCode);
        var missingStream = await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadStreamingAsync());
        Assert.True(missingStream.ErrorCode == BlobErrorCode.BlobNotFound, missingStream.ErrorCode);

        await blob.UploadAsync(new BinaryData("x"));
        Assert.True((await blob.ExistsAsync()).Value);
        Assert.True((await blob.DeleteIfExistsAsync()).Value);

        Assert.True((await container.ExistsAsync()).Value);
        Assert.True((await container.DeleteIfExistsAsync()).Value);
        Assert.False((await container.DeleteIfExistsAsync()).Value);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(new BinaryData("x")));
        Assert.True(failure.ErrorCode == BlobErrorCode.ContainerNotFound, failure.ErrorCode);
    }

    private static BlobUploadOptions When(ETag tag) => new() { Conditions = new BlobRequestConditions { IfMatch = tag } };

    private async Task<BlobContainerClient> ContainerAsync()
    {
        var container = new BlobServiceClient(emulator.ConnectionString).GetBlobContainerClient("c" + Guid.NewGuid().ToString("N"));
        await container.CreateIfNotExistsAsync();
        return container;
    }
}
