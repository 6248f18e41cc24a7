using System.Text.Json;

namespace Notifieringar.Tests.Functions;

/// <summary>What the Functions host is told about logging: its own record of a request holds its address, and with it an answer code.</summary>
public sealed class HostFileTests
{
    [Fact]
    public void RequestsAndTheirAddresses_AreNotLoggedByTheHost()
    {
        var file = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src", "Functions", "host.json"));
        using var host = JsonDocument.Parse(file, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var logging = host.RootElement.GetProperty("logging");

        Assert.Equal("None", logging.GetProperty("logLevel").GetProperty("Host.Results").GetString());
        Assert.Equal("Warning", logging.GetProperty("logLevel").GetProperty("Microsoft").GetString());
        Assert.False(logging.GetProperty("applicationInsights").GetProperty("httpAutoCollectionOptions").GetProperty("enableHttpTriggerExtendedInfoCollection").GetBoolean());
    }
}
