using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Functions;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Tests.Functions;

public sealed class WatchedFunctionsTests : IDisposable
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Parent = "b7ad6b7169203331";

    private readonly ConcurrentBag<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public WatchedFunctionsTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task RunAsync_AMessageWithATrace_GoesOnWithIt()
    {
        var span = await RunAsync(nameof(DispatchChunk), new() { ["DequeueCount"] = "2", [QueueEnvelope.TraceParent] = $"00-{Trace}-{Parent}-01" });

        Assert.Equal((Trace, Parent, ActivityKind.Consumer), (span.TraceId.ToHexString(), span.ParentSpanId.ToHexString(), span.Kind));
        Assert.Equal("2", span.GetTagItem("notifieringar.attempt"));
    }

    [Fact]
    public async Task RunAsync_AMessageFromBeforeThereWereTraces_BeginsOne()
    {
        var span = await RunAsync(nameof(DispatchChunk), new() { ["DequeueCount"] = "1", ["InsertionTime"] = "2025-02-03T10:00:00+00:00" });

        Assert.Equal(default, span.ParentSpanId);
    }

    [Fact]
    public async Task RunAsync_ARequest_IsNotBelievedAboutTraces()
    {
        using var server = new Activity("the web server's").SetParentId($"00-{Trace}-{Parent}-01").Start();

        var span = await RunAsync(nameof(FamilyPage), new() { [QueueEnvelope.TraceParent] = $"00-{Trace}-{Parent}-01" });

        Assert.Equal((default, ActivityKind.Server), (span.ParentSpanId, span.Kind));
        Assert.NotEqual(Trace, span.TraceId.ToHexString());
    }

    [Fact]
    public async Task RunAsync_AFault_IsNamedByItsTypeAlone_AndGoesOn()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => new WatchedFunctions(TimeProvider.System).RunAsync(
            new ACall(nameof(PlanVisits), []), _ => throw new InvalidOperationException("Maja Provström")));

        var span = Assert.Single(_spans, span => span.DisplayName == nameof(PlanVisits));
        Assert.Equal((ActivityStatusCode.Error, null, "System.InvalidOperationException"), (span.Status, span.StatusDescription, span.GetTagItem("error.type")));
        Assert.Empty(span.Events);
    }

    private async Task<Activity> RunAsync(string function, Dictionary<string, object?> data)
    {
        await new WatchedFunctions(TimeProvider.System).RunAsync(new ACall(function, data), _ => Task.CompletedTask);
        return Assert.Single(_spans, span => span.DisplayName == function);
    }

    private sealed class ACall(string function, Dictionary<string, object?> data) : FunctionContext
    {
        public override string InvocationId => "1";

        public override string FunctionId => function;

        public override TraceContext TraceContext => throw new NotSupportedException();

        public override BindingContext BindingContext { get; } = new Binding(data);

        public override RetryContext RetryContext => throw new NotSupportedException();

        public override IServiceProvider InstanceServices { get; set; } = null!;

        public override FunctionDefinition FunctionDefinition { get; } = new Definition(function);

        public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();
    }

    private sealed class Binding(Dictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class Definition(string name) : FunctionDefinition
    {
        public override string PathToAssembly => "";

        public override string EntryPoint => "";

        public override string Id => name;

        public override string Name => name;
    }
}
