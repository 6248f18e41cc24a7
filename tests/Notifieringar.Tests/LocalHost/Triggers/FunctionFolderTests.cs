using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Triggers;
using Notifieringar.LocalHost.Triggers.Queues;

namespace Notifieringar.Tests.LocalHost.Triggers;

public sealed class FunctionFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notifieringar-folder-");

    [Fact]
    public void Read_HostJson_TakesQueueRulesAndPrefix()
    {
        Write("host.json", """
            { "version": "2.0", "functionTimeout": "00:05:00", // a comment is allowed
              "extensions": { "http": { "routePrefix": "" },
                "queues": { "maxPollingInterval": "00:00:05", "visibilityTimeout": "00:00:30", "batchSize": 10, "maxDequeueCount": 4, "messageEncoding": "none" } } }
            """);

        var folder = FunctionFolder.Read(_folder.FullName);

        Assert.Equal("", folder.RoutePrefix);
        Assert.Equal(TimeSpan.FromMinutes(5), folder.FunctionTimeout);
        Assert.Equal(
            new QueueRules
            {
                MaxPollingInterval = TimeSpan.FromSeconds(5),
                VisibilityTimeout = TimeSpan.FromSeconds(30),
                BatchSize = 10,
                NewBatchThreshold = 5,
                MaxDequeueCount = 4,
                Base64 = false,
            },
            folder.Queues);
    }

    [Fact]
    public void Read_HostJsonThatSaysNothing_HasTheHostsDefaults()
    {
        Write("host.json", """{ "version": "2.0" }""");

        var folder = FunctionFolder.Read(_folder.FullName);

        Assert.Equal("api", folder.RoutePrefix);
        Assert.Equal(new QueueRules(), folder.Queues);
        Assert.Equal((16, 8, 5, true), (folder.Queues.BatchSize, folder.Queues.NewBatchThreshold, folder.Queues.MaxDequeueCount, folder.Queues.Base64));
    }

    [Fact]
    public void Read_FunctionFolders_KnowsAllThreeTriggers()
    {
        Write("host.json", "{}");
        Write("Hooks/function.json", """{ "bindings": [ { "name": "res", "type": "http", "direction": "out" }, { "name": "req", "type": "httpTrigger", "route": "kvitton/{*path}", "methods": [ "post" ] } ] }""");
        Write("Plan/function.json", """
            { "bindings": [ { "name": "timer", "type": "timerTrigger", "schedule": "0 */5 * * * *", "useMonitor": false } ],
              "retry": { "strategy": "exponentialBackoff", "maxRetryCount": 2, "minimumInterval": "00:00:01", "maximumInterval": "00:00:03" } }
            """);
        Write("Send/function.json", """{ "bindings": [ { "name": "chunk", "type": "queueTrigger", "queueName": "chunks" } ] }""");

        var functions = FunctionFolder.Read(_folder.FullName).Functions;

        var http = Assert.IsType<HttpFunction>(functions[0]);
        Assert.Equal(("Hooks", "req", "kvitton/{*path}", true), (http.Name, http.BindingName, http.Route, http.NeedsKey));
        Assert.Equal(["POST"], http.Methods);
        var timer = Assert.IsType<TimerFunction>(functions[1]);
        Assert.False(timer.UseMonitor);
        Assert.Equal([1, 2, 3], new[] { 1, 2, 3 }.Select(retry => timer.Retry.WaitBefore(retry).TotalSeconds));
        Assert.Equal(new QueueFunction("Send", "chunk", "chunks", "AzureWebJobsStorage"), functions[2]);
    }

    [Fact]
    public void Read_ATriggerWeCannotPlay_SaysSo()
    {
        Write("host.json", "{}");
        Write("Blobs/function.json", """{ "bindings": [ { "name": "blob", "type": "blobTrigger" } ] }""");

        var failed = Assert.Throws<StartFailedException>(() => FunctionFolder.Read(_folder.FullName));

        Assert.Contains("Blobs/function.json", failed.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
