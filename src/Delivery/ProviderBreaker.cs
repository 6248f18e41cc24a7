using NodaTime;
using Polly;
using Polly.CircuitBreaker;

namespace Notifieringar.Delivery;

/// <summary>
/// Stops asking a provider that is down, so that an outage gives delayed notices and not hundreds of unknown ones, and lets one try
/// through before the rest when it is back. It counts in this process only; the send budget is what holds between instances.
/// </summary>
internal sealed class ProviderBreaker
{
    internal const int MinimumTries = 20;
    internal const double FailureRatio = 0.8;
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline<DeliveryOutcome> _pipeline;
    private volatile Reachability _last = Reachability.Unknown;

    public ProviderBreaker(TimeProvider time) => _pipeline = new ResiliencePipelineBuilder<DeliveryOutcome> { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<DeliveryOutcome>
        {
            FailureRatio = FailureRatio,
            MinimumThroughput = MinimumTries,
            SamplingDuration = Window,
            BreakDuration = Pause,
            StateProvider = _circuit,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } outcome && IsDown(outcome)),
        })
        .Build();

    /// <summary>What the last try of this process has shown.</summary>
    public Reachability Reachability => _circuit.CircuitState == CircuitState.Open ? Reachability.Down : _last;

    public async Task<DeliveryOutcome> RunAsync(
        Func<CancellationToken, ValueTask<DeliveryOutcome>> send, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await _pipeline.ExecuteAsync(send, cancellationToken).ConfigureAwait(false);
            _last = IsDown(outcome) ? Reachability.Down : Reachability.Up;
            return outcome;
        }
        catch (BrokenCircuitException broken)
        {
            return DeliveryOutcome.Refused(
                DeliveryResult.RefusedTemporary, DeliveryOutcome.ProviderDown, Duration.FromTimeSpan(broken.RetryAfter ?? Pause));
        }
    }

    // 429 is a provider at work that says when to come back.
    private static bool IsDown(DeliveryOutcome outcome) => outcome.Result is DeliveryResult.Unknown
        || (outcome.Result is DeliveryResult.RefusedTemporary
            && outcome.Code?.StartsWith(DeliveryOutcome.TooManyRequests, StringComparison.Ordinal) != true);
}
