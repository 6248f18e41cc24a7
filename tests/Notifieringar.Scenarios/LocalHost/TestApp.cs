using System.Text.Json;

namespace Notifieringar.Scenarios.LocalHost;

/// <summary>A small real function app on disk: host.json, function.json files, and a process (Node) that asks the test what to answer.</summary>
public sealed class TestApp : IDisposable
{
    // Passes every trigger on to the test and its answer back, so that the behaviour stands in the scenario.
    private const string Handler = """
        import http from 'node:http';
        const port = Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT);
        http.createServer((request, response) => {
          if (request.method === 'GET' && request.url === '/') { response.end('ready'); return; }
          const told = { 'x-process': process.pid, 'x-storage': process.env.AzureWebJobsStorage, 'x-secret': process.env.Hooks__SmsSecret, 'x-public-key': process.env.Hooks__MailPublicKey };
          const onward = http.request(process.env.ASK + request.url, { method: request.method, headers: { ...request.headers, ...told } }, answer => {
            response.writeHead(answer.statusCode, answer.headers);
            answer.pipe(response);
          });
          onward.on('error', () => response.destroy());
          request.pipe(onward);
        }).listen(port, '127.0.0.1', () => console.log('listening, runtime ' + process.env.FUNCTIONS_WORKER_RUNTIME));
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notifieringar-app-");

    public TestApp(string visibilityTimeout = "00:00:00", int maxDequeueCount = 3, string functionTimeout = "00:01:00")
    {
        Write("handler.mjs", Handler);
        Write("host.json", JsonSerializer.Serialize(new
        {
            version = "2.0",
            functionTimeout,
            extensions = new
            {
                http = new { routePrefix = "" },
                queues = new { maxPollingInterval = "00:00:02", visibilityTimeout, batchSize = 4, newBatchThreshold = 2, maxDequeueCount },
            },
            customHandler = new { description = new { defaultExecutablePath = "node", arguments = new[] { "handler.mjs" } } },
        }));
    }

    public string Folder => _folder.FullName;

    public TestApp WithQueue(string name, string queueName) =>
        WithFunction(name, new { name = "message", type = "queueTrigger", direction = "in", queueName, connection = "AzureWebJobsStorage" });

    public TestApp WithTimer(string name, string schedule) => WithFunction(name, new { name = "timer", type = "timerTrigger", direction = "in", schedule });

    public TestApp WithHttp(string name, string route, string authLevel = "anonymous", params string[] methods) =>
        WithFunction(name, new { name = "request", type = "httpTrigger", direction = "in", route, authLevel, methods });

    public void Dispose() => _folder.Delete(recursive: true);

    private TestApp WithFunction(string name, object binding)
    {
        _folder.CreateSubdirectory(name);
        Write(Path.Combine(name, "function.json"), JsonSerializer.Serialize(new { bindings = new[] { binding } }));
        return this;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);
}
