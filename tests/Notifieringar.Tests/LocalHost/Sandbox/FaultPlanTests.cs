using Notifieringar.LocalHost.Sandbox;

namespace Notifieringar.Tests.LocalHost.Sandbox;

public sealed class FaultPlanTests
{
    private readonly FaultPlan _plan = new();

    [Fact]
    public void Take_AMix_GoesWrongAsOftenAsToldAndTheSameEachTime()
    {
        var mix = new FaultMix { Seed = 3, TooManyRequests = 0.02, ServerError = 0.02, Slow = 0.02, DropBeforeAccepting = 0.02, DropAfterAccepting = 0.02, RetryAfterSeconds = 4 };
        _plan.SetMix(SandboxChannel.Sms, mix);
        var again = new FaultPlan();
        again.SetMix(SandboxChannel.Sms, mix);

        var faults = Take(_plan, 10_000);

        Assert.Equal(faults, Take(again, 10_000));
        Assert.Equal(
            [FaultKind.TooManyRequests, FaultKind.ServerError, FaultKind.Slow, FaultKind.DropBeforeAccepting, FaultKind.DropAfterAccepting],
            faults.OfType<Fault>().Select(fault => fault.Kind).Distinct().Order());
        Assert.All(faults.OfType<Fault>().CountBy(fault => fault.Kind), kind => Assert.InRange(kind.Value, 140, 260));
        Assert.Equal(4, faults.OfType<Fault>().First().RetryAfterSeconds);
        Assert.Null(_plan.Take(SandboxChannel.Mail));
    }

    [Theory]
    [InlineData(Outage.Refusing, FaultKind.Unavailable)]
    [InlineData(Outage.Dropping, FaultKind.DropBeforeAccepting)]
    public void Take_WhileDown_RefusesEveryCallAndKeepsTheRestForLater(object down, object kind)
    {
        _plan.Add(new Fault(SandboxChannel.Sms, FaultKind.ServerError));
        _plan.SetMix(SandboxChannel.Sms, new FaultMix { Down = (Outage)down });

        var faults = Take(_plan, 50);
        _plan.SetMix(SandboxChannel.Sms, FaultMix.Calm);

        Assert.All(faults, fault => Assert.Equal(kind, fault!.Kind));
        Assert.Equal(FaultKind.ServerError, _plan.Take(SandboxChannel.Sms)!.Kind);
        Assert.Null(_plan.Take(SandboxChannel.Sms));
    }

    [Fact]
    public void SetMix_AfterAnOutage_GoesOnDrawingWhereItWas()
    {
        var mix = new FaultMix { Seed = 5, ServerError = 0.5 };
        _plan.SetMix(SandboxChannel.Mail, mix);
        var undisturbed = new FaultPlan();
        undisturbed.SetMix(SandboxChannel.Mail, mix);

        var before = Take(_plan, 40, SandboxChannel.Mail);
        _plan.SetMix(SandboxChannel.Mail, mix with { Down = Outage.Refusing });
        Take(_plan, 13, SandboxChannel.Mail);
        _plan.SetMix(SandboxChannel.Mail, mix);

        Assert.Equal(Take(undisturbed, 80, SandboxChannel.Mail), [.. before, .. Take(_plan, 40, SandboxChannel.Mail)]);
    }

    private static List<Fault?> Take(FaultPlan plan, int calls, SandboxChannel channel = SandboxChannel.Sms) =>
        [.. Enumerable.Range(0, calls).Select(_ => plan.Take(channel))];
}
