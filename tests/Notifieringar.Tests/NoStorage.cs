using Azure.Data.Tables;
using Notifieringar.Records.Storage;

namespace Notifieringar.Tests;

/// <summary>A storage account that does not answer.</summary>
internal static class NoStorage
{
    public static Tables Tables()
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        return new Tables(new TableServiceClient(
            "DefaultEndpointsProtocol=http;AccountName=ingen;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:1/ingen;", options));
    }
}
