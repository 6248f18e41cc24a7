using NodaTime;
using Notifieringar.Delivery;

namespace Notifieringar.Tests.Delivery;

/// <summary>When a provider is left alone, and when it is tried again.</summary>
public sealed class ProviderBreakerTests
{
    private static readonly DeliveryOutcome Accepted = new(DeliveryResult.Accepted, "id", null, null);
    private static readonly DeliveryOutcome Down = new(DeliveryResult.RefusedTemporary, null, "503", null);
    private static readonly DeliveryOutcome Lost = new(DeliveryResult.Unknown, null, "no-answer", null);
    private static readonly DeliveryOutcome Busy = new(DeliveryResult.RefusedTemporary, null, "429", Duration.FromSeconds(9));
    private static readonly DeliveryOutcome WrongAddress = new(DeliveryResult.RefusedPermanent, null, "400:InvalidTo", null);

    private readonly ManualTime _time = new(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
    private readonly ProviderBreaker _breaker;
    private int _asked;

    public ProviderBreakerTests() => _breaker = new ProviderBreaker(_time);

    [Fact]
    public async Task RunAsync_ProviderDown_IsNotAskedForAWhile()
    {
        await SendAsync(ProviderBreaker.MinimumTries, Down);

        var outcome = await SendAsync(1, Accepted);

        Assert.Equal(DeliveryResult.RefusedTemporary, outcome.Result);
        Assert.Equal("provider-down", outcome.Code);
        Assert.InRange(outcome.RetryAfter!.Value.TotalSeconds, 1, ProviderBreaker.Pause.TotalSeconds);
        Assert.Equal(ProviderBreaker.MinimumTries, _asked);
    }

    [Fact]
    public async Task Reachability_IsWhatTheLastTryShowed()
    {
        Assert.Equal(Reachability.Unknown, _breaker.Reachability);
        await SendAsync(1, Down);
        Assert.Equal(Reachability.Down, _breaker.Reachability);
        await SendAsync(1, Busy);
        Assert.Equal(Reachability.Up, _breaker.Reachability);
        await SendAsync(10 * ProviderBreaker.MinimumTries, Down);
        await SendAsync(1, Accepted);
        Assert.Equal(Reachability.Down, _breaker.Reachability); // not asked
    }

    [Fact]
    public async Task RunAsync_AnswersLost_IsNotAskedForAWhile()
    {
        await SendAsync(ProviderBreaker.MinimumTries, Lost);

        Assert.Equal("provider-down", (await SendAsync(1, Accepted)).Code);
    }

    [Fact]
    public async Task RunAsync_AfterThePause_OneTryDecides()
    {
        await SendAsync(ProviderBreaker.MinimumTries, Down);
        _time.Advance(ProviderBreaker.Pause + TimeSpan.FromSeconds(1));

        Assert.Equal("503", (await SendAsync(1, Down)).Code);
        Assert.Equal("provider-down", (await SendAsync(1, Accepted)).Code);

        _time.Advance(ProviderBreaker.Pause + TimeSpan.FromSeconds(1));
        Assert.Same(Accepted, await SendAsync(1, Accepted));
        Assert.Same(Accepted, await SendAsync(1, Accepted));
    }

    [Fact]
    public async Task RunAsync_BusyProviderOrWrongAddresses_IsAskedOn()
    {
        await SendAsync(3 * ProviderBreaker.MinimumTries, Busy);
        await SendAsync(3 * ProviderBreaker.MinimumTries, WrongAddress);

        Assert.Same(Accepted, await SendAsync(1, Accepted));
    }

    [Fact]
    public async Task RunAsync_AFewFailuresAmongMany_IsAskedOn()
    {
        for (var round = 0; round < ProviderBreaker.MinimumTries; round++)
        {
            await SendAsync(1, Down);
            await SendAsync(1, Accepted);
        }

        Assert.Same(Accepted, await SendAsync(1, Accepted));
    }

    private async Task<DeliveryOutcome> SendAsync(int times, DeliveryOutcome outcome)
    {
        var last = outcome;
        for (var time = 0; time < times; time++)
        {
            last = await _breaker.RunAsync(
                _ =>
                {
                    _asked++;
                    return ValueTask.FromResult(outcome);
                },
                TestContext.Current.CancellationToken);
        }

        return last;
    }
}
