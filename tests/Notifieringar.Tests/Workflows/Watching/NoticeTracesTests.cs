using System.Collections.Concurrent;
using System.Diagnostics;
using Notifieringar.Model;
using Notifieringar.Workflows.Watching;

namespace Notifieringar.Tests.Workflows.Watching;

public sealed class NoticeTracesTests : IDisposable
{
    private static readonly NoticeReference Notice = new(
        new UnitId("provby"), new PersonId("0123456789abcdef0123456789abcdef"), new NoticeKey("sagostund", "a1b2c3", 0, "invitation", Channel.Sms));

    private readonly ConcurrentBag<ActivityTraceId> _asked = [];
    private readonly NoticeTraces _traces = new(new byte[32]);
    private readonly ActivityListener _listener;

    public NoticeTracesTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                _asked.Add(options.TraceId);
                return ActivitySamplingResult.AllDataAndRecorded;
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void Start_InTwoProcesses_GivesOneTrace_AndEachSpanIsARootLinkedToItsWork()
    {
        using var work = Telemetry.Source.StartActivity("work")!;
        var workId = work.SpanId;
        using var sent = _traces.Start("send", ActivityKind.Client, Notice)!;
        using var received = new NoticeTraces(new byte[32]).Start("receipt", ActivityKind.Internal, Notice)!;

        Assert.Equal(_traces.IdOf(Notice), sent.TraceId.ToHexString());
        Assert.Equal((sent.TraceId, default(ActivitySpanId), default), (received.TraceId, sent.ParentSpanId, received.ParentSpanId));
        Assert.Equal(workId, Assert.Single(sent.Links).Context.SpanId);
        Assert.NotEqual(work.TraceId, sent.TraceId);
    }

    [Fact]
    public void Start_TheSampler_IsAskedAboutTheNoticesOwnTrace_SoThatAShareOfThemIsWhole()
    {
        using var span = _traces.Start("send", ActivityKind.Client, Notice);

        Assert.Contains(_asked, id => id.ToHexString() == _traces.IdOf(Notice));
    }

    [Fact]
    public void Start_OfOneNotice_LeavesOtherTracesRandom()
    {
        using (_traces.Start("send", ActivityKind.Client, Notice))
        {
        }

        using var other = Telemetry.Source.StartActivity("another root")!;

        Assert.NotEqual(_traces.IdOf(Notice), other.TraceId.ToHexString());
    }

    [Fact]
    public void Note_LeavesTheWorkCurrent()
    {
        using var work = Telemetry.Source.StartActivity("work");

        _traces.Note("receipt taken", Notice, "receipt", "Delivered");

        Assert.Same(work, Activity.Current);
    }

    [Fact]
    public void IdOf_AnotherKeyOrNotice_IsAnotherId()
    {
        var other = new NoticeTraces([.. Enumerable.Repeat((byte)1, 32)]);

        Assert.Equal(3, new[] { _traces.IdOf(Notice), other.IdOf(Notice), _traces.IdOf(Notice with { Unit = new UnitId("annanby") }) }.Distinct().Count());
        Assert.Matches("^[0-9a-f]{32}$", _traces.IdOf(Notice));
    }

    [Fact]
    public void Start_SaysOfTheNotice_NothingOfThePerson()
    {
        using var span = _traces.Start("send", ActivityKind.Client, Notice)!;

        Assert.Equal(
            ["channel=Sms", $"notice={_traces.IdOf(Notice)}", "programme=sagostund", "step=invitation", "unit=provby"],
            span.TagObjects.Select(tag => $"{tag.Key.Replace(Telemetry.Prefix, "", StringComparison.Ordinal)}={tag.Value}").Order(StringComparer.Ordinal));
    }
}
