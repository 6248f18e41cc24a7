using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Notifieringar.Tests.Compat.AzureStorage;

public sealed class SurfaceTests
{
    [Fact]
    public void Queues_ShowsOnlyWhatTheOfficialPackageShows() => PublicSurface.Matches(typeof(QueueClient).Assembly, "Azure.Storage.Queues.txt");

    [Fact]
    public void Blobs_ShowsOnlyWhatTheOfficialPackageShows() => PublicSurface.Matches(typeof(BlobClient).Assembly, "Azure.Storage.Blobs.txt");

    [Fact]
    public void Common_ShowsOnlyWhatTheOfficialPackageShows() => PublicSurface.Matches(typeof(StorageSharedKeyCredential).Assembly, "Azure.Storage.Common.txt");
}
