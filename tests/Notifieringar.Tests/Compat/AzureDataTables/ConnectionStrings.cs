using Azure.Data.Tables;
using Storage.Common;

namespace Notifieringar.Tests.Compat.AzureDataTables;

public sealed class ConnectionStrings
{
    private const string Key = RecordedService.Key;

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=" + Key + ";EndpointSuffix=core.windows.net", "https://contoso.blob.core.windows.net/", "https://contoso.queue.core.windows.net/", "https://contoso.table.core.windows.net/")]
    [InlineData(" accountname = contoso ; AccountKey=" + Key + ";EndpointSuffix=example.se;", "https://contoso.blob.example.se/", "https://contoso.queue.example.se/", "https://contoso.table.example.se/")]
    [InlineData("AccountName=contoso;DefaultEndpointsProtocol=http;AccountKey=" + Key + ";TableEndpoint=http://127.0.0.1:1/contoso", "http://contoso.blob.core.windows.net/", "http://contoso.queue.core.windows.net/", "http://127.0.0.1:1/contoso")]
    public void Parse_AnAccount_FindsItsServices(string text, string blob, string queue, string table)
    {
        var settings = StorageConnectionString.Parse(text);

        Assert.Equal(("contoso", Key), (settings.AccountName, settings.AccountKeyBase64));
        Assert.Equal(Convert.FromBase64String(Key), settings.AccountKey);
        Assert.Equal((blob, queue, table), (settings.BlobEndpoint.AbsoluteUri, settings.QueueEndpoint.AbsoluteUri, settings.TableEndpoint.AbsoluteUri));
    }

    [Fact]
    public void Parse_DevelopmentStorage_IsTheEmulator()
    {
        var settings = StorageConnectionString.Parse("UseDevelopmentStorage=true");

        Assert.Equal("devstoreaccount1", settings.AccountName);
        Assert.Equal(64, settings.AccountKey.Length);
        Assert.Equal("http://127.0.0.1:10000/devstoreaccount1", settings.BlobEndpoint.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10001/devstoreaccount1", settings.QueueEndpoint.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1", settings.TableEndpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("=x")]
    [InlineData("UseDevelopmentStorage=yes")]
    [InlineData("AccountName=contoso;AccountKey=" + Key)]
    [InlineData("AccountName=contoso;EndpointSuffix=core.windows.net")]
    [InlineData("AccountKey=" + Key + ";EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=contoso;AccountKey=hemlig!;EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=contoso;AccountName=contoso;AccountKey=" + Key + ";EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=contoso;AccountKey=" + Key + ";DefaultEndpointsProtocol=ftp")]
    [InlineData("AccountName=contoso;AccountKey=" + Key + ";TableEndpoint=/contoso")]
    public void Parse_ABrokenText_FailsWithoutQuotingTheKey(string text)
    {
        var failed = Assert.Throws<FormatException>(() => StorageConnectionString.Parse(text));

        Assert.DoesNotContain(Key, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemlig", failed.Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => new TableServiceClient(text));
    }

    [Fact]
    public void Parse_NoText_Fails()
    {
        Assert.Throws<ArgumentException>(() => StorageConnectionString.Parse(" "));
        Assert.Throws<ArgumentNullException>(() => StorageConnectionString.Parse(null!));
    }

    [Fact]
    public void AnEndpointNotNamed_FailsWhenAskedFor()
    {
        var settings = StorageConnectionString.Parse("AccountName=contoso;AccountKey=" + Key + ";TableEndpoint=https://contoso.table.core.windows.net");

        Assert.Equal("contoso.table.core.windows.net", settings.TableEndpoint.Host);
        Assert.Throws<FormatException>(() => settings.QueueEndpoint);
    }

    [Theory]
    [InlineData("https://contoso.table.core.windows.net", "contoso", "https://contoso.table.core.windows.net/Notiser")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1/Notiser")]
    public void ATableClient_KnowsItsAddress(string endpoint, string account, string address)
    {
        var table = new TableClient(new Uri(endpoint), "Notiser", new TableSharedKeyCredential(account, Key));

        Assert.Equal((account, "Notiser", address), (table.AccountName, table.Name, table.Uri.AbsoluteUri));
    }
}
